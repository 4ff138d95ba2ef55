class Car:
    pass


x = 10
y = x
x = x + 1
z = 10
z = Car()
