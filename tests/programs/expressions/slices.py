a = list(range(8))
i, j = 2, 6
print(a[i:j], a[:j], a[i:], a[:], a[i:j:2], a[::-1], a[-i:], "hello"[i:], a[i:j + 1][0])
a[i:j] = [a[0], a[1]]
print(a)
del a[i:]
a[1:1] = a[:1] * 2
print(a)
