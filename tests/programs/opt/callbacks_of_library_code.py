words = ["pear", "fig", "banana"]


def last_letter(word):
    return word[-1]


by_last = sorted(words, key=last_letter)
by_length = sorted(words, key=lambda w: len(w))
words.sort(key=len, reverse=True)
lengths = list(map(last_letter, words))


def keep(word):
    if "a" in word:
        return True
    return False


kept = list(filter(keep, words))
longest = max(words, key=len)
