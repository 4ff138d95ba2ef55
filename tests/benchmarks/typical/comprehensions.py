SIZE = 6
ROUNDS = 1
NAMES = ["ann", "bob", "cid", "dee", "eve", "fay", "gus"]


def people(size):
    return [
        {"name": NAMES[n % 7] + str(n), "age": 15 + n * 11 % 50, "likes": {n % 3, n % 5}}
        for n in range(size)
    ]


def pipeline(rows):
    adults = [row for row in rows if row["age"] >= 18]
    by_age = {}
    for row in adults:
        by_age.setdefault(row["age"] // 10 * 10, []).append(row["name"])
    sizes = {age: len(names) for age, names in by_age.items()}
    liked = {like for row in adults for like in row["likes"]}
    pairs = [(a["name"], b["name"]) for a in adults[:4] for b in adults[:4] if a is not b]
    return sizes, liked, pairs


for again in range(ROUNDS):
    rows = people(SIZE)
    sizes, liked, pairs = pipeline(rows)
    print(sizes, sorted(liked), len(pairs))
    oldest = sorted(rows, key=lambda row: row["age"], reverse=True)
    print([row["name"] for row in oldest[:3]], any(row["age"] > 60 for row in rows))
