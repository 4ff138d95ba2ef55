class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


points = []
for k in range(1000):
    points.append(Point(k, k * 0.5))
