total = 0
for i in range(3):
    for j in [i, i + 1]:
        if (i + j) % 2:
            continue
        total += i * j
    else:
        total += 100
while total > 90:
    total -= len(str(total)) * 7
    if total % 5 == 0:
        break
else:
    total = -total
print(total)
for k, v in {"a": 1, "b": 2}.items(): print(k * v)
for x in [1, 2, 3]: print(x ** 2)
