import asyncio

log = []


async def brew(drink, pauses):
    for pause in range(pauses):
        log.append((drink, pause))
        await asyncio.sleep(0)
    return drink


async def main():
    tea = asyncio.create_task(brew("tea", 2))
    coffee = asyncio.create_task(brew("coffee", 1))
    return [await tea, await coffee]


print(asyncio.run(main()))
print(log)
