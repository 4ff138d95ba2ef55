import os
import pickle

import numpy as np

# The worker pickles the rows, and writes the bytes into a pipe.
rows = np.array([1, 2, 3, 4], np.int32)
message = pickle.dumps(rows)
reader, writer = os.pipe()
written = os.write(writer, message)
# The parent reads the pipe, and makes its own array.
arrived = os.read(reader, written)
seen = pickle.loads(arrived)
rows[0] = 10
# The parent has a copy: a change by the worker does not reach it.
print(seen[0], rows[0])
os.close(reader)
os.close(writer)
