from threading import Lock, Thread

queue = []
lock, held, wanted = Lock(), Lock(), Lock()
held.acquire()
wanted.acquire()


def fill(n):
    with lock:
        held.release()
        wanted.acquire()
        for i in range(n):
            queue.append(i)


def take():
    held.acquire()
    with wanted.release() or lock:
        return queue.pop(0)


t = Thread(target=fill, args=[3])
t.start()
print(take())
t.join()
