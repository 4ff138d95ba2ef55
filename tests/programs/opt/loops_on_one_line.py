x = 0
while x < 3: x += 1
for i in range(2): x -= i
if x > 1: y = "big"; z = 1
else: y = "small"
while True:
    x += 1
    if x == 4: continue
    if x > 5: break
for i in []:
    pass
else:
    never = "ran"
for i in range(3):
    if i == 1:
        break
else:
    never = "not this"
while x: x -= 3
