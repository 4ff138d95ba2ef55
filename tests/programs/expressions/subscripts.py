a = [[1, 2], [3, 4]]
d = {"x": {"y": a}}
i = 1
print(a[0], a[i][0], a[-1][-1], d["x"]["y"][i], "abc"[i], (5, 6)[i])
a[i][0] = a[0][i] + a[i - 1][0]
d["z"] = d["x"]
print(a, list(d), d["z"]["y"][i])
del a[i], d["z"]
print(a, len(d))
