x = 5
inside = 1 < x < 10
odd = 1 < x > 3 != 4
picked = "small" if x < 3 else "large"
both = x and [] or "fallback"
none = x > 9 and x / 0
if (n := len("walrus")) > 3:
    n += 1
same = [] is not []
equal = [1, [2]] == [1, [2]]
bits = x & 3 | 8 ^ 1
shift = 1 << 4 >> 1
whole, part = divmod(17, 5)
assert x == 5, "five"
power = -2 ** 2
