import asyncio

async def ticks(n):
    for i in range(n):
        yield i * 2
        await asyncio.sleep(0)

class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *what):
        return False

async def main():
    total = 0
    async for t in ticks(3):
        total += t
    async with Door() as door:
        total += len([t async for t in ticks(2) if t])
    squares = {t: t * t async for t in ticks(2)}
    return total, squares, [t + 1 async for t in ticks(2)], {t async for t in ticks(1)}

print(asyncio.run(main()))
