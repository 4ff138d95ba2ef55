x = 10
y = x
x = x + 1
z = 10
print(x, y, z, y is z)
words = ["a", "b"]
same = words
same.append("c")
print(words)
del same
words = None
