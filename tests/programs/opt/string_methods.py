text = "  The quick brown fox "
clean = text.strip()
words = clean.split()
joined = "-".join(words)
title = joined.title().replace("-", " ")
starts = clean.startswith("The")
where = clean.find("quick")
counted = {letter: clean.count(letter) for letter in "oq"}
shown = f"{words[0]!r} {len(words):>3} {3.14159:.2f}"
cut = clean[4:9][::-1]
number = int("42") + len("한글")
quoted = "it's \"quoted\"\n\ttab \\ é"
middle = "%s and %d" % ("a", 3)
for mark, letter in enumerate("ab"):
    print(mark, letter, sep=":", end=";")
print()
