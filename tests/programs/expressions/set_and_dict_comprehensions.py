words = ["a", "bb", "cc"]
print({len(w) for w in words}, {w: len(w) for w in words if w != "a"})

def f(pairs):
    return {k: [v] for k, v in pairs}, {v % 2 for _, v in pairs}

print(f([("x", 1), ("y", 2)]), {n: {m for m in range(n)} for n in (1, 2)})
