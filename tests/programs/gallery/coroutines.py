class Box:
    def __await__(self):
        got = yield "box"
        return got


async def inner(n):
    return n + await Box()


async def outer():
    total = await inner(1)
    return total


task = outer()
task.send(None)
numbers = (n * n for n in [1, 2, 3])
first = next(numbers)
try:
    task.send(41)
except StopIteration as end:
    answer = end.value
