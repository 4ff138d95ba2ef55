class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def rename(self, name):
        self.name = name
        return self


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


dog = Animal("Rex")
bird = Animal("Tweety")
bird.legs = 2
dog.rename("Bello").age = 7
point = Point(1.5, 2.5)
point.x += 1
del point.y
move = dog.rename
print(dog.name, bird.legs, point.x, move("Max").name)
