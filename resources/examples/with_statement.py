class Door:
    def __init__(self):
        self.is_open = False

    def __enter__(self):
        self.is_open = True
        return self

    def __exit__(self, kind, error, traceback):
        self.is_open = False
        return kind is KeyError


door = Door()
with door:
    print("open:", door.is_open)
    {}["key"]
print("open:", door.is_open)
