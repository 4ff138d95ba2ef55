import sys


class Car:
    pass


car = Car()
print(sys.getrefcount(car) - 1)
second = car
garage = [car, car]
print(sys.getrefcount(car) - 1)
del second
garage.pop()
print(sys.getrefcount(car) - 1)
garage = None
car = Car()
