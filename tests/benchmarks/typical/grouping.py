SIZE = 8
ROUNDS = 1
CITIES = ["Seoul", "Busan", "Daegu", "Jeju"]


def read_rows(size):
    rows = []
    for number in range(size):
        row = {
            "name": f"student {number}",
            "city": CITIES[number * 5 % 4],
            "score": number * 37 % 101,
            "tags": [],
        }
        if row["score"] >= 50:
            row["tags"].append("passed")
        rows.append(row)
    return rows


def group_by(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def summary(groups):
    found = {}
    for city, rows in groups.items():
        total = 0
        best = None
        for row in rows:
            total += row["score"]
            if best is None or row["score"] > best["score"]:
                best = row
        best["tags"].append("best of " + city)
        found[city] = {"count": len(rows), "mean": total / len(rows), "best": best["name"]}
    return found


for again in range(ROUNDS):
    rows = read_rows(SIZE)
    groups = group_by(rows, "city")
    for city, facts in sorted(summary(groups).items()):
        print(city, facts["count"], round(facts["mean"], 1), facts["best"])
