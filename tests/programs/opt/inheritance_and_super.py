class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def describe(self):
        return self.name + " says " + self.speak()


class Dog(Animal):
    def __init__(self, name, tricks):
        super().__init__(name)
        self.tricks = tricks

    def speak(self):
        return "woof"


class Bird(Animal):
    legs = 2


class Mixed(Dog, Bird):
    pass


rex = Dog("Rex", ["sit"])
tweety = Bird("Tweety")
print(rex.describe())
print(tweety.describe(), tweety.legs)
odd = Mixed("Odd", [])
order = [k.__name__ for k in Mixed.__mro__]
