def counter():
    items = [700]
    fs = [lambda: items, lambda x=items: x]
    def rec(n):
        keep = [n * 1000]
        if n:
            rec(n - 1)
        return (lambda: keep)
    got = rec(2)
    class Inside:
        ref = items
        def show(self): return items
    def gen():
        for one in items:
            local = [one]
            yield lambda: local
    g = gen()
    h = next(g)
    h()
    sq = [y for y in items if y in items]
    obj = Inside()
    obj.show()
    return fs, got, g
fs, got, g = counter()
fs[0]()
fs[1]()
got()
rest = list(g)
class Base:
    def hi(self): return [1]
class Kid(Base):
    def hi(self):
        mine = super().hi()
        return mine
k = Kid()
r = k.hi()
try:
    def bad():
        box = [1]
        def deep():
            box.append(2)
            raise ValueError(box)
        deep()
    bad()
except ValueError as err:
    caught = err
del caught
end = 1
