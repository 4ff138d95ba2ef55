class P:
    tags = ["x"]
    def __init__(self, a):
        self.a = a
        self.b = [a]
p = P([1])
d = p.__dict__
v = vars(p)
d["c"] = [5]
q = P([2])
def f(x, y=[1], *, z=[2]):
    return x
df = f.__defaults__
kw = f.__kwdefaults__
def outer():
    data = [1, 2]
    def inner():
        data.append(3)
        return data
    inner()
    return inner
i = outer()
e = i()
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = [1]; self.b = self
s = S()
m = s.__init__
end = 1
