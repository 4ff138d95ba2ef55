people = [
    {"name": "Ada", "born": 1815, "langs": ["en", "fr"]},
    {"name": "Alan", "born": 1912, "langs": ["en"]},
]
for person in people:
    person["age"] = 2000 - person["born"]
people[0]["langs"].append("it")
