SIZE = 2
ROUNDS = 1
MESSAGE = "The quick brown fox jumps over the lazy dog, 13 times!"


def shift(letter, by):
    if "a" <= letter <= "z":
        return chr((ord(letter) - ord("a") + by) % 26 + ord("a"))
    if "A" <= letter <= "Z":
        return chr((ord(letter) - ord("A") + by) % 26 + ord("A"))
    return letter


def encrypt(text, by):
    result = ""
    for letter in text:
        result += shift(letter, by)
    return result


def crack(text):
    best, most = 0, -1
    for by in range(0, 26, 5):
        count = encrypt(text[:30], by).count("e")
        if count > most:
            best, most = by, count
    return best


for again in range(ROUNDS):
    for number in range(SIZE):
        secret = encrypt(MESSAGE, number + 3)
        back = encrypt(secret, -number - 3)
        print(secret, back == MESSAGE)
    print(crack(secret))
