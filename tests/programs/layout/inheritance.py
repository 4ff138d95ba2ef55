class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def describe(self):
        return self.name, self.sides


class Square(Shape):
    sides = 4

    def __init__(self, width):
        super().__init__("square")
        self.width = width


shapes = [Square(300), Shape("blob")]
told = [shape.describe() for shape in shapes]
method = shapes[0].describe
