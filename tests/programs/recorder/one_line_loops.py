# Jumps back within a line: loops that stand on one line, whole or in part.
total = 0
for i in range(3): total += i
while total > 0: total -= 1
for i in range(2): [j for j in range(2)]
squares = [i * i for i in range(3)]
nested = [[j for j in range(i)] for i in range(3)]
table = {i: j for i in range(2) for j in range(2) if i != j}
letters = {c for c in "aab"}
some = any(i > 1 for i in range(4))
spread = [
    i
    for i in range(3)
    if i
]
for i in range(2): pass
for i in range(3):
    if i == 1: continue
    total += 1
else: total += 10
while True: break
def count(n):
    while n: n -= 1
    for i in range(2): yield i
for i in count(2): total += i
x = [print(i) for i in count(3)]
print(total, squares, nested, table, sorted(letters), some, spread)
