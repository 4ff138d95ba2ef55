# after the tutorial's chapter on classes: inheritance, an iterator of one's own
class Reverse:
    def __init__(self, data):
        self.data = data
        self.index = len(data)

    def __iter__(self):
        return self

    def __next__(self):
        if self.index == 0:
            raise StopIteration
        self.index -= 1
        return self.data[self.index]


class Bag:
    def __init__(self):
        self.data = []

    def add(self, x):
        self.data.append(x)

    def add_twice(self, x):
        self.add(x)
        self.add(x)


class NamedBag(Bag):
    def __init__(self, name):
        super().__init__()
        self.name = name


for letter in Reverse("spam"):
    print(letter)
bag = NamedBag("mine")
bag.add_twice("x")
print(bag.name, bag.data)
