values = [1, 2]
total = 0
for index in range(3):
    total += values[index]
print(total)
