import mmap
import tempfile

import numpy as np

# The worker writes its rows into a file.
rows = np.array([1, 2, 3, 4], np.int32)
with tempfile.TemporaryFile(buffering=0) as file:
    file.write(rows)
    # The parent maps the file; both use the same pages.
    mapped = mmap.mmap(file.fileno(), 16, access=mmap.ACCESS_READ)
    seen = np.frombuffer(mapped, np.int32)
    file.seek(0)
    file.write(np.array([10], np.int32))
    # The parent sees a change of the file at once.
    print(seen[0])
    del seen
    mapped.close()
