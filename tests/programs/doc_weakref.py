# after the documentation of weakref: a cache that keeps nothing alive
import gc
import weakref


class Image:
    def __init__(self, name):
        self.name = name
        self.me = self


cache = weakref.WeakValueDictionary()
image = Image("sun")
cache["sun"] = image
link = weakref.ref(image)
print(link() is image, len(cache))
image = None
gc.collect()
print(link(), len(cache))
