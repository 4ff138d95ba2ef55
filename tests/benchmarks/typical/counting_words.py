SIZE = 1
ROUNDS = 1
TEXT = """It is a truth universally known, that a program in possession of a good test
must be in want of another. However little known the feelings or views of such a program may be
on its first entering a repository, this truth is so well fixed in the minds of its reviewers,
that it is considered the rightful property of some one or other of their suites."""


def words(text):
    for line in text.splitlines():
        for word in line.split():
            word = word.strip(".,!?").lower()
            if word:
                yield word


def count(text):
    counts = {}
    for word in words(text):
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


for again in range(ROUNDS):
    counts = count(TEXT * SIZE)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    lengths = {}
    for word, number in most:
        lengths[len(word)] = lengths.get(len(word), 0) + number
    for word, number in most[:5]:
        print(f"{word:<10}{number:>4}")
    print(sorted(lengths.items())[:4])
