from multiprocessing import Pipe

import numpy as np

# What a worker does: the bytes of its rows go into a pipe as they are.
rows = np.array([1, 2, 3, 4], np.int32)
reader, writer = Pipe(duplex=False)
writer.send_bytes(rows)
# What the parent does: out of the pipe, straight into an array of its own.
seen = np.empty(4, np.int32)
reader.recv_bytes_into(seen)
rows[0] = 10
print(seen[0], "is a copy: the worker's has", rows[0])
reader.close()
writer.close()
