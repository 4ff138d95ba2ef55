class Meta(type):
    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, ns)
    def __call__(cls, *a):
        return super().__call__(*a)


class A(metaclass=Meta):
    x = 1
    def __init__(self):
        self.y = 2


a = A()


class B(A):
    def __init__(self):
        super().__init__()
        self.z = [a]


b = B()
t = type("T", (A,), {"q": 1})
c = t()
