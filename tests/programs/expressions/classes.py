def base():
    return object

class Meta(type):
    def __new__(cls, name, bases, space, tag="none"):
        made = super().__new__(cls, name, bases, space)
        made.tag = tag + "!"
        return made

class A(base(), metaclass=Meta, tag="a" + "b".upper()):
    size = 2
    area = size * size
    names = [str(n) for n in range(area)]

    @property
    def half(self):
        return self.area / 2

    @classmethod
    def make(cls):
        return cls()

a = A.make()
print(A.tag, a.half, A.area, A.names)
