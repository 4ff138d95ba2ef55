def logged(function):
    def wrapper(*args):
        calls.append(args)
        return function(*args)
    return wrapper


calls = []


@logged
def add(a, b):
    return a + b


@logged
@logged
def twice(n):
    return 2 * n


three = add(1, 2)
eight = twice(4)
