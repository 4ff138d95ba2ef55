class Person:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = self
        self.children.append(child)


mina = Person("Mina")
for name in ["Jun", "Sora"]:
    mina.add(Person(name))

sora = mina.children[1]
del mina
print(sora.parent.children[0].name)
