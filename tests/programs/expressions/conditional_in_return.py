def one(flag, a, b):
    return a if flag else b

def two(flag, a):
    return a or (flag and a) or None

def three(flag):
    return 1 if flag else 2

def four(flag, a, b):
    return (a and b) if flag else (a or b)

print(one(True, 1, 2), one(False, 1, 2), two(1, 0), two(0, 0), two(0, 5))
print(three(True), three(False), four(1, 2, 3), four(0, 2, 3), four(1, 0, 3))
