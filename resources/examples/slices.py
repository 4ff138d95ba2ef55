letters = ["a", "b", "c", "d", "e"]
middle = letters[1:4]

# The slice is another list; the letters are the same objects.
middle[0] = "B"
print(letters)

# A slice on the left of = changes the list itself.
letters[1:4] = ["X"]
print(letters)
print(middle)
