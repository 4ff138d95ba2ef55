import asyncio

async def double(n):
    await asyncio.sleep(0)
    return n * 2

async def main():
    a = await double(3)
    b = await double(a) + await double(1)
    both = await asyncio.gather(double(1), double(b))
    return a, b, both, [await double(n) for n in (1, 2)]

print(asyncio.run(main()))
