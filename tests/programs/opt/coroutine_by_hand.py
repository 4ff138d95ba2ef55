class Pause:
    def __await__(self):
        got = yield "paused"
        return got


async def inner(n):
    value = await Pause()
    return n + value


async def outer():
    first = await inner(1)
    return first * 2


task = outer()
state = task.send(None)
try:
    task.send(20)
except StopIteration as stop:
    result = stop.value
