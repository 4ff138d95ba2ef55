class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def describe(thing):
    match thing:
        case 0 | 1:
            return "small"
        case [first, *rest] if rest:
            return ["list", first, rest]
        case {"kind": kind, **others}:
            return kind
        case Point(x=0, y=y):
            return y
        case Point(x, y):
            return x + y
        case str() as word:
            return word
        case _:
            return None


answers = []
for thing in (1, [1, 2, 3], {"kind": "k", "z": 2}, "w", 2.5):
    answers.append(describe(thing))
answers.append(describe(Point(0, 5)))
answers.append(describe(Point(2, 5)))
