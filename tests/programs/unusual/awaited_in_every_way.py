# Tasks, futures, async generators and iterators, another thread that is waited for.
import asyncio
class It:
    def __init__(s): s.n=0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n+=1
        if s.n>2: raise StopAsyncIteration
        x=[s.n]
        # sample x s
        return x
class Aw:
    def __await__(s):
        y=yield from asyncio.sleep(0).__await__()
        z=[y]
        # sample s z
        return z
async def waiter(f):
    r=await f
    # sample r f
    return r
async def cancelled(l):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        # sample e l
        l.append(1)
        raise
async def ag():
    try:
        while True:
            got=yield [1]
            # sample got
    except GeneratorExit:
        w=[9]
        # sample w
        raise
    finally:
        await asyncio.sleep(0)
async def main():
    async for v in It():
        # sample v
        pass
    a=await Aw()
    # sample a
    loop=asyncio.get_running_loop()
    f=loop.create_future()
    t=asyncio.create_task(waiter(f)); t2=asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    # sample f t t2
    f.set_result([5])
    # sample f
    r=await t
    # sample r f t
    l=[]
    c=asyncio.create_task(cancelled(l)); await asyncio.sleep(0); c.cancel()
    try: await c
    except asyncio.CancelledError as e:
        # sample e c l
        pass
    g=ag(); x=await g.asend(None); await g.asend([2])
    # sample g x
    await g.aclose()
    g2=ag(); y=await anext(g2)
    del g2
    await asyncio.sleep(0); await asyncio.sleep(0)
    # sample y
    co=waiter(f); co.close()
    # sample co f
    lk=asyncio.Lock()
    async with lk:
        t3=asyncio.create_task(lk.acquire()); await asyncio.sleep(0)
        # sample lk t3
    await t3
    lk.release()
    # sample lk
    ev=asyncio.Event(); sem=asyncio.Semaphore(1); cd=asyncio.Condition()
    # sample ev sem cd
    w=await asyncio.wait_for(waiter(f),1)
    # sample w
    d,p=await asyncio.wait([asyncio.create_task(waiter(f))])
    # sample d p
    for fu in asyncio.as_completed([waiter(f)]): q=await fu
    # sample q
    res=await asyncio.gather(waiter(f),cancel_me(),return_exceptions=True)
    # sample res
    sh=await asyncio.shield(waiter(f))
    th=await asyncio.to_thread(lambda: [1])
    await asyncio.sleep(.05)
    # sample th
    rd=await loop.run_in_executor(None,len,'ab'*50)
    comp=[z async for z in It()]
    # sample comp
    s={str(await waiter(f)) for _ in range(2)}
    # sample s
    h=loop.call_soon(print,'soon'); await asyncio.sleep(0)
    # sample h
async def cancel_me(): raise ValueError([1])
asyncio.run(main())
def co():
    x=yield [1]
    # sample x
    return x
import types
tc=types.coroutine(co)
async def m2(): return await tc()
k=m2(); o=k.send(None)
# sample k o
aw=k.cr_await
# sample aw k
try: k.send([3])
except StopIteration as s: v=s.value
# sample v k
