"""A list grows in jumps, and a freed block is used again."""


def add(scores, points):
    scores.append(points)


scores = []
for day in range(5):
    add(scores, 1000 + day)
ages = {"Ann": 20}
ages["Bob"] = 21
y = [1]
y = None
y = [2]
text = "z" * 3000
