import os
import pickle

import numpy as np

# What a worker does: its rows become bytes, and go into a pipe.
rows = np.array([1, 2, 3, 4], np.int32)
message = pickle.dumps(rows)
reader, writer = os.pipe()
written = os.write(writer, message)
# What the parent does: out of the pipe, and into an array of its own.
arrived = os.read(reader, written)
seen = pickle.loads(arrived)
rows[0] = 10
print(seen[0], "is a copy: the worker's has", rows[0])
os.close(reader)
os.close(writer)
