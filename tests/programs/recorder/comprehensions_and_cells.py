# Comprehensions whose variables are cells elsewhere in the function that they run in.
import asyncio
async def work(x):
    fs = [lambda: i for i in range(3)]
    gs = [i + (await asyncio.sleep(0, 1)) for i in range(2)]
    hs = [
        (i, j)
        for i in [1.5, 2.5]
        for j in [await asyncio.sleep(0, 2)]
        if i
        if [i for i in range(2)]
    ]
    return fs, gs
async def main():
    await asyncio.gather(work(1), work(2))
asyncio.run(main())
def free(i):
    def inner():
        b = [
            i
            for i in range(2)
            if i
        ]
        c = [lambda: i for i in range(2)]
        try: [1 / i for i in range(2)]
        except ZeroDivisionError: pass
        return i, [(lambda: i, [i for i in (i, 1)]) for i in range(2)], c[0]()
    return inner()
print(len(free([1])))
