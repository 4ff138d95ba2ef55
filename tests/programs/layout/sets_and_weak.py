import weakref


class Thing:
    pass


seen = {1, 2}
seen.add(3)
both = seen & {2, 3, 4}
thing = Thing()
watch = weakref.ref(thing)
names = frozenset(("a", "b"))
