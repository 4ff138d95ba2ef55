class Bell:
    def __init__(self):
        self.rings = 0

    def ring(self, times=1):
        self.rings += times
        return self.rings


bell = Bell()
press = bell.ring
press()
press(3)
raw = Bell.ring
raw(bell)
show = print
size = len
show(size("abc"))
tools = [len, press]
numbers = []
push = numbers.append
push(4)
bell.shortcut = size


def use(tool):
    return tool([1, 2])


two = use(len)
