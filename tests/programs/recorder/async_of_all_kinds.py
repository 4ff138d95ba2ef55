# Async generators, with and for, tasks in groups, cancelled, timed out, and closed half-way.
import asyncio
import contextlib
class Pause:
    def __await__(self):
        got = yield
        return got
async def numbers(n, log):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        log.append("closed")
class Context:
    def __init__(self, log, swallows): self.log, self.swallows = log, swallows
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self
    async def __aexit__(self, kind, value, traceback):
        self.log.append(kind and kind.__name__)
        await asyncio.sleep(0)
        return self.swallows
class Steps:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
@contextlib.asynccontextmanager
async def managed(log):
    log.append("in")
    try:
        yield 5
    finally:
        log.append("out")
async def work(n):
    for i in range(n):
        await asyncio.sleep(0)
    return n
async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)
async def forever(log):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("gone")
async def groups(log):
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work(1))
        b = group.create_task(work(2), name="second")
    log.append((a.result(), b.result()))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(forever(log))
            group.create_task(fails(3))
    except* ValueError as errors:
        log.append([error.args for error in errors.exceptions])
async def gathered(log):
    log.append(await asyncio.gather(work(1), work(3)))
    log.append(repr(await asyncio.gather(fails(1), work(1), return_exceptions=True)))
    try:
        await asyncio.gather(fails(2), work(1))
    except ValueError as error:
        log.append(error.args)
    task = asyncio.create_task(forever(log))
    await asyncio.sleep(0)
    task.cancel("enough")
    try: await task
    except asyncio.CancelledError as error: log.append(error.args)
    try:
        async with asyncio.timeout(0):
            await forever(log)
    except TimeoutError:
        log.append("timeout")
    try:
        await asyncio.wait_for(forever(log), 0.0001)
    except TimeoutError:
        log.append("timeout again")
async def generators(log):
    async for n in numbers(3, log):
        if n: break
    log.append([n async for n in numbers(2, log) if n or await work(1) is not None])
    log.append({n: await work(n) for n in range(2)})
    log.append([n async for n in Steps(2)])
    g = numbers(3, log)
    log.append(await anext(g))
    log.append(await g.asend(None))
    try: await g.athrow(KeyError("thrown"))
    except KeyError as error: log.append(error.args)
    g = numbers(3, log); await anext(g); await g.aclose()
    never = numbers(1, log)
    await never.aclose()
    lazy = (n * 2 async for n in Steps(2))
    log.append([n async for n in lazy])
    half = numbers(5, log)
    await anext(half)
    del half
    await asyncio.sleep(0)
async def contexts(log):
    async with Context(log, True) as one, Context(log, False):
        raise KeyError(1)
    with contextlib.suppress(LookupError):
        async with Context(log, False): raise IndexError(2)
    async with managed(log) as five: log.append(five)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(managed(log))
        stack.callback(log.append, "callback")
    for n in range(2):
        async with Context(log, False):
            if n: break
            continue
async def queues(log):
    queue = asyncio.Queue(1)
    async def produce():
        for n in range(3): await queue.put(n)
        await queue.put(None)
    producer = asyncio.create_task(produce())
    while (item := await queue.get()) is not None: log.append(item)
    await producer
    lock = asyncio.Lock()
    async def locked(n):
        async with lock: await asyncio.sleep(0); log.append(n)
    await asyncio.gather(locked(1), locked(2))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: log.append(f.result()))
    asyncio.get_running_loop().call_soon(future.set_result, "set")
    log.append(await future)
    log.append(await asyncio.shield(work(1)))
    log.append(await Pause())
async def main():
    log = []
    for part in (groups, gathered, generators, contexts, queues):
        await part(log)
    return log
print(asyncio.run(main()))
coroutine = work(1)
coroutine.send(None)
coroutine.close()
coroutine = work(1)
try: coroutine.throw(KeyError("never started"))
except KeyError as error: print(error)
coroutine = work(1)
coroutine.send(None)
try: coroutine.throw(KeyError("waiting"))
except KeyError as error: print(error)
def left():
    one = work(1)
    one.send(None)
left()
