def add(item, box):
    box.append(item)
    return box


a = [1]
b = a
add(2, b)
print(a)
