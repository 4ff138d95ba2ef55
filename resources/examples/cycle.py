import gc


class Friend:
    def __init__(self, name):
        self.name = name
        self.best = None


ana, ben = Friend("Ana"), Friend("Ben")
ana.best = ben
ben.best = ana

# Nobody comes to them any more, and yet each has a reference.
del ana, ben
found = gc.collect()
print(found > 0)
