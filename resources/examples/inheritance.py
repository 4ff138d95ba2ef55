class Animal:
    def __init__(self, name):
        self.name = name

    def says(self):
        return "..."

    def greet(self):
        return f"{self.name}: {self.says()}"


class Cat(Animal):
    def says(self):
        return "meow"


class Kitten(Cat):
    def __init__(self, name, mother):
        super().__init__(name)
        self.mother = mother


nabi = Cat("Nabi")
kong = Kitten("Kong", nabi)
print(nabi.greet())
print(kong.greet())
