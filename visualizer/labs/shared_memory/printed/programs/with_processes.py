import sys
from multiprocessing import Process, Queue
from multiprocessing.shared_memory import SharedMemory

import numpy as np

DTYPE = [("chr", "S10"), ("pos", "<i4"), ("pct", "<f4"), ("c", "<i4"), ("t", "<i4")]


def load(path, out_queue, in_queue):
    data = np.loadtxt(path, dtype=DTYPE)
    shm = SharedMemory(create=True, size=data.nbytes)
    shared = np.ndarray(data.shape, dtype=data.dtype, buffer=shm.buf)
    shared[:] = data[:]
    out_queue.put((shm.name, data.shape, data.dtype))
    if in_queue.get() == "done":
        shm.close()
        shm.unlink()


if __name__ == "__main__":
    out_queue, in_queue = Queue(), Queue()
    processes = [Process(target=load, args=(path, out_queue, in_queue)) for path in sys.argv[1:]]
    for process in processes:
        process.start()
    for _ in processes:
        name, shape, dtype = out_queue.get()
        shm = SharedMemory(name=name)
        data = np.ndarray(shape, dtype=dtype, buffer=shm.buf)
        print(name, len(data), data["pct"].mean())
        shm.close()
        in_queue.put("done")
    for process in processes:
        process.join()
