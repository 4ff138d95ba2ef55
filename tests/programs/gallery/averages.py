def average(pts):
    return sum(pts) / len(pts)


def report(teams):
    for name, pts in teams.items():
        print(name, average(pts))


teams = {"red": [7, 9], "blue": []}
print("averages")
report(teams)
