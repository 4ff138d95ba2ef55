a, b = 3, []
x = not a
y = not b
z = not (a and b)
w = not not a
print(not a, x, y, z, w, not a == 3)
