from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y")
here = Point(1, y=2)
line = deque([1, 2, 3])
line.appendleft(0)
last = line.pop()
groups = defaultdict(list)
groups["even"].append(2)
groups["odd"].append(1)
groups["even"].append(4)
ordered = OrderedDict()
ordered["z"] = 1
ordered["a"] = here
ordered.move_to_end("z")
letters = Counter("hello")
letters["h"] += 2
common = letters.most_common(1)
numbers = defaultdict(int)
for word in ["a", "b", "a"]:
    numbers[word] += 1
there = here._replace(x=5)
