from threading import Thread

import numpy as np

tables = {}


def parse(name, text):
    tables[name] = np.array(text.split(), np.int32)


# Threads share the memory of their process, so no rows are copied.
worker = Thread(target=parse, args=("first", "1 2 3 4"))
worker.start()
worker.join()
seen = tables["first"]
print(seen.sum())
