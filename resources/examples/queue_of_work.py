import queue
import threading

work = queue.Queue()
done = []


def worker():
    while True:
        number = work.get()
        if number is None:
            break
        done.append(number * number)


helper = threading.Thread(target=worker)
helper.start()
for number in [2, 3, 4]:
    work.put(number)
work.put(None)
helper.join()
print(done)
