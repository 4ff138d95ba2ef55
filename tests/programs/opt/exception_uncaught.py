class TooDeep(Exception):
    pass


def dive(depth):
    if depth == 2:
        raise TooDeep("at", depth)
    marker = [depth]
    dive(depth + 1)


print("before")
dive(0)
print("never")
