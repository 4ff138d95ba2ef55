import mmap
import tempfile

import numpy as np

# What a worker does: write its rows into a file.
rows = np.array([1, 2, 3, 4], np.int32)
with tempfile.TemporaryFile(buffering=0) as file:
    file.write(rows)
    # What the parent does: map it. The pages are those of the file.
    mapped = mmap.mmap(file.fileno(), 16, access=mmap.ACCESS_READ)
    seen = np.frombuffer(mapped, np.int32)
    file.seek(0)
    file.write(np.array([10], np.int32))
    print(seen[0], "is what the file has now")
    del seen
    mapped.close()
