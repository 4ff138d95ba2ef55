odd = {1, 3, 5}
small = set(range(4))
both = odd & small
odd.add(7)
odd.discard(1)
either = odd | small
frozen = frozenset([2, 4])
words = {"a": 1, "b": 2}
words.update(c=3)
words["a"] += 10
words.setdefault("d", [])
words["d"].append(5)
for name in words:
    if name in ("a", "b"):
        continue
    value = words[name]
inverse = {3: "c"}
inverse.update({1: "a"})
merged = words | inverse
there = 3 in inverse
inverse.clear()
