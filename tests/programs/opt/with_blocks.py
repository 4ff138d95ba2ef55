class Door:
    def __init__(self, name):
        self.name = name
        self.open = False

    def __enter__(self):
        self.open = True
        return self

    def __exit__(self, kind, value, trace):
        self.open = False
        return kind is KeyError


with Door("front") as door:
    inside = door.open
with Door("a") as a, Door("b") as b:
    names = a.name + b.name
with Door("side"):
    raise KeyError("lost")


def through():
    with Door("back") as back:
        return back.name


last = through()
