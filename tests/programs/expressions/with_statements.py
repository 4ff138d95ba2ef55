class Room:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return [self.name]

    def __exit__(self, *what):
        return bool(what[0])

def make(name):
    return Room(name + "!")

with make("a") as a, make(a[0]) as b:
    print(a, b, len(a) + len(b))
with Room("c"):
    print(1 / 0)
rooms = {"d": Room("d")}
with rooms["d"] as (d,):
    print(d * 2)
