from multiprocessing.shared_memory import SharedMemory

import numpy as np

# The worker's part: make a segment, and put its rows there.
worker = SharedMemory(create=True, size=16, track=False)
try:
    rows = np.frombuffer(worker.buf, np.int32)
    rows[:] = [1, 2, 3, 4]
    # The parent's part: attach it by its name. Nothing is copied.
    parent = SharedMemory(worker.name, track=False)
    seen = np.frombuffer(parent.buf, np.int32)
    total = int(seen.sum())
    rows[0] = 10
    print(total, seen[0])
    # Let go of the rows before the mapping, then of the segment.
    del seen
    parent.close()
    del rows
finally:
    worker.close()
    worker.unlink()
