class Circle:
    count = 0
    known = []

    def __init__(self, r):
        self.r = r
        Circle.count += 1
        self.known.append(r)

    @property
    def area(self):
        return 3 * self.r ** 2

    @area.setter
    def area(self, value):
        self.r = value // 3

    @staticmethod
    def unit():
        return "cm"

    @classmethod
    def of_diameter(cls, d):
        return cls(d // 2)


c = Circle(2)
a = c.area
c.area = 9
u = Circle.unit()
d = Circle.of_diameter(8)
Circle.count = 100
c.count = 5
del c.count
