from multiprocessing.shared_memory import SharedMemory

import numpy as np

# The worker makes a segment, and puts its rows there.
worker = SharedMemory(create=True, size=16, track=False)
try:
    rows = np.frombuffer(worker.buf, np.int32)
    rows[:] = [1, 2, 3, 4]
    # The parent attaches the segment by its name. Nothing is copied.
    parent = SharedMemory(worker.name, track=False)
    seen = np.frombuffer(parent.buf, np.int32)
    total = int(seen.sum())
    rows[0] = 10
    print(total, seen[0])
    # Release the rows before the mapping, then the segment.
    del seen
    parent.close()
    del rows
finally:
    worker.close()
    worker.unlink()
