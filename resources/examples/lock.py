import threading

lock = threading.Lock()
total = [0]


def add(times):
    for _ in range(times):
        with lock:
            total[0] += 1


workers = [threading.Thread(target=add, args=(3,)) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(total)
