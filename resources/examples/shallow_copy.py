menu = {"soup": ["leek", "salt"], "bread": ["flour", "salt"]}
copy = dict(menu)

# A new dictionary, and the same two lists in it.
copy["soup"].append("pepper")
copy["bread"] = ["rye", "salt"]

print(menu)
print(copy)
