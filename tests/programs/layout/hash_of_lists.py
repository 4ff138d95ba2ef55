words = ["tea", "ten", "to", "at", "an"]
by_letter = {}
for word in words:
    by_letter.setdefault(word[0], []).append(len(word))
