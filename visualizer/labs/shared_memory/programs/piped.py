from multiprocessing import Pipe

import numpy as np

# The worker writes the bytes of its rows into a pipe, unchanged.
rows = np.array([1, 2, 3, 4], np.int32)
reader, writer = Pipe(duplex=False)
writer.send_bytes(rows)
# The parent reads the pipe straight into its own array.
seen = np.empty(4, np.int32)
reader.recv_bytes_into(seen)
rows[0] = 10
# The parent has a copy: a change by the worker does not reach it.
print(seen[0], rows[0])
reader.close()
writer.close()
