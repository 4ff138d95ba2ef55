x = 1
x += 2
x -= 1
x *= 10
x /= 4
x //= 2
x %= 7
x **= 3
n = 6
n <<= 2
n >>= 1
n &= 13
n |= 3
n ^= 5
a = [1]
a += [2, 3]
a *= 2
s = "a"
s += "b" * 2
print(x, n, a, s)

def inside(k):
    k += k * 2
    k *= k - 1
    return k

print(inside(3))
