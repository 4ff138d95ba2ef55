def put(item, box=[]):
    box.append(item)
    return box


def put_right(item, box=None):
    if box is None:
        box = []
    box.append(item)
    return box


first = put("pen")
second = put("ring")
print(first, second)

third = put_right("pen")
fourth = put_right("ring")
print(third, fourth)
