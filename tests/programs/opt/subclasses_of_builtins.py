class Stack(list):
    def push(self, item):
        self.append(item)


class Celsius(float):
    pass


class Count(int):
    unit = "pieces"


class Name(str):
    def loud(self):
        return self.upper()


class Registry(dict):
    pass


class Pair(tuple):
    pass


stack = Stack([1])
stack.push(2)
stack.owner = "me"
five = Count(5)
six = five + 1
name = Name("ada")
shout = name.loud()
registry = Registry(a=1)
registry["b"] = [stack]
registry.note = [1, 2]
pair = Pair((1, "two"))
warm = Celsius(21.5)
