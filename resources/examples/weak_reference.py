import weakref


class Picture:
    def __init__(self, title):
        self.title = title


cache = weakref.WeakValueDictionary()
sea = Picture("sea")
cache["sea"] = sea
print(list(cache))

del sea
print(list(cache))
