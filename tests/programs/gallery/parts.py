parts = ["door", "tyre"]
alias = parts
it = iter(parts)
next(it)
grid = [[1, 2], parts]
stock = {"parts": parts, "on": True}

class Car:
    def __init__(self, name, parts):
        self.name = name
        self.parts = parts

car = Car("Sally", parts)

def countdown(n):
    while n > 0:
        yield n
        n = n - 1

gen = countdown(3)
first = next(gen)
print(car.parts is alias)
