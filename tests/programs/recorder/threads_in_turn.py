# Threads that wait for each other, so that every run is the same.
import threading, queue
box, answers = queue.Queue(), queue.Queue()
def server():
    while (n := box.get()) is not None:
        answers.put(n * n)
    return "done"
def client(numbers):
    for n in numbers:
        box.put(n)
        yield answers.get()
worker = threading.Thread(target=server, name="server")
worker.start()
print(list(client([1, 20, 300])))
box.put(None)
worker.join()
def fail(): raise ValueError("in a thread")
threading.excepthook = lambda details: print("hook", details.exc_value)
other = threading.Thread(target=fail, name="failing")
other.start(); other.join()
local = threading.local()
local.x = [1]
def look(): return getattr(local, "x", None)
third = threading.Thread(target=lambda: print(look()), name="third")
third.start(); third.join()
