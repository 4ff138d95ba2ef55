class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

def tell(value):
    match value:
        case 0 | 1:
            return "small" + str(value)
        case [a, b] if a < b and b > 1:
            return a + b
        case {"k": v, **rest}:
            return v * 2, rest
        case Point(x=0, y=y):
            return -y
        case str() as text if len(text) > 1:
            return text.upper()
        case Point(x=x, y=y):
            return [x, y]
        case _:
            return [value]

for one in (1, [1, 2], [2, 1], {"k": 3, "m": 4}, Point(0, 5), Point(1, 5), "ab", "c"):
    print(tell(one if one != 1 else 1) if one else one)
