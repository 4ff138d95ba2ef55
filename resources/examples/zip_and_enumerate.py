names = ["Ana", "Ben", "Choi"]
points = [7, 9]

pairs = zip(names, points)
for place, (name, point) in enumerate(pairs, start=1):
    print(place, name, point)

# An iterator that is used up gives nothing more.
print(list(pairs))
