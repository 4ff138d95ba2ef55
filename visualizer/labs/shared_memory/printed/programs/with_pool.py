import sys
from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory

import numpy as np

DTYPE = [("chr", "S10"), ("pos", "<i4"), ("pct", "<f4"), ("c", "<i4"), ("t", "<i4")]


def load(path):
    data = np.loadtxt(path, dtype=DTYPE)
    shm = SharedMemory(create=True, size=data.nbytes)
    shared = np.ndarray(data.shape, dtype=data.dtype, buffer=shm.buf)
    shared[:] = data[:]
    return shm.name, data.shape, data.dtype


if __name__ == "__main__":
    with Pool(2) as pool:
        results = pool.map(load, sys.argv[1:])
    for name, shape, dtype in results:
        shm = SharedMemory(name=name)
        data = np.ndarray(shape, dtype=dtype, buffer=shm.buf)
        print(name, len(data), data["pct"].mean())
        shm.close()
        shm.unlink()
