# after the documentation of collections: counting, grouping, a bounded queue
from collections import Counter, defaultdict, deque, namedtuple

counted = Counter("mississippi")
groups = defaultdict(list)
for colour, number in [("red", 1), ("blue", 2), ("red", 3)]:
    groups[colour].append(number)
last = deque(maxlen=2)
for number in range(4):
    last.append(number)
Point = namedtuple("Point", "x y")
corner = Point(11, y=22)
moved = corner._replace(x=33)
print(counted.most_common(2), dict(groups), last, moved)
