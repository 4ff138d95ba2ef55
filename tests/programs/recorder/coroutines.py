# Coroutines, async generators, async comprehensions and tasks of the library's event loop.
import asyncio
class Pause:
    def __await__(self):
        yield
async def double(n):
    await Pause()
    await asyncio.sleep(0)
    return n * 2
async def numbers(limit):
    for n in range(limit):
        await asyncio.sleep(0)
        yield n
class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self
    async def __aexit__(self, *details):
        return True
async def main():
    results = await asyncio.gather(double(1), double(2))
    async for n in numbers(3):
        results.append(n)
    results += [n async for n in numbers(2) if n]
    async with Manager():
        raise ValueError("kept")
    task = asyncio.create_task(double(5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        results.append("cancelled")
    return results
print(asyncio.run(main()))
never = double(3)
never.close()
def from_library():
    received = yield from [1, 2]
    return received
print(list(from_library()))
