def check(a, b):
    if a > 1 and b < 2:
        return "both"
    if a > 1 or b < 2:
        return "one"
    if not (a == b or a != a):
        return "other"
    while a < 3 and not b > 9:
        a += 1
        b += 4
    assert a >= 0 and b >= 0, "never"
    return a + b

for pair in ((2, 1), (2, 3), (0, 1), (1, 5), (1, 1)):
    print(check(*pair))
