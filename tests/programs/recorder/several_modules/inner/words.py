said = []
def say(word):
    said.append(word)
    return word.upper()
