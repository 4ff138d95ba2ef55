def repeat(times):
    def decorate(function):
        def wrapper(value):
            for _ in range(times):
                value = function(value)
            return value
        return wrapper
    return decorate


@repeat(2)
def grow(n):
    return n + 1


def register(table):
    def decorate(function):
        table["grow"] = function
        return function
    return decorate


handlers = {}


@register(handlers)
def shrink(n):
    return n - 1


five = grow(3)
two = handlers["grow"](3)
