loads = globals().get("loads", 0) + 1
sides = 4
def area(a, b): return a * b
class Square:
    def __init__(self, side): self.side = side
    def area(self): return area(self.side, self.side)
