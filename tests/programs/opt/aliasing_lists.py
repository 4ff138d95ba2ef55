first = [1, 2, 3]
second = first
second.append(4)
third = first[:]
third[0] = 99
first += [5]
rows = [[0] * 2] * 2
rows[0][1] = 7
same = first is second
empty = []
first.pop()
first[1:3] = ["x", "y", "z"]
del first[0]
first.insert(0, third)
first.reverse()
