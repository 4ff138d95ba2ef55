import threading

lock = threading.Lock()
found = []


def work(name, count):
    for number in range(count):
        with lock:
            found.append((name, number))


threads = [threading.Thread(target=work, args=(name, 3)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(found))
