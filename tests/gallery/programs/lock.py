from threading import Lock, Thread

queue = []
lock = Lock()
asked = Lock()
asked.acquire()


def fill(n):
    with lock:
        asked.release()
        for i in range(n):
            queue.append(i)


def take():
    asked.acquire()
    with lock:
        return queue.pop(0)


t = Thread(target=fill, args=[3])
t.start()
print(take())
t.join()
