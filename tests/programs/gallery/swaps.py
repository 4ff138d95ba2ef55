a = [5, 2, 4]
for i in range(1, 3):
    j = i
    while j > 0 and a[j - 1] > a[j]:
        a[j - 1], a[j] = a[j], a[j - 1]
        j = j - 1
print(a)
