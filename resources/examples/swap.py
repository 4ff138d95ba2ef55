left = ["tea"]
right = ["milk"]

# Both sides of = are read before anything is bound.
left, right = right, left

# With a third name it takes three lines.
kept = left
left = right
right = kept
print(left, right)
