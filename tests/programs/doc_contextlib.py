# after the documentation of contextlib: a manager made from a generator
from contextlib import contextmanager, suppress


@contextmanager
def opened(name):
    resource = [name]
    try:
        yield resource
    finally:
        resource.clear()


with opened("a") as resource:
    resource.append("b")
    print(resource)
print(resource)
with suppress(KeyError):
    {}["missing"]
