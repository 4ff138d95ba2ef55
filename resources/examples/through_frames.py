def parse(text):
    number = int(text)
    return number


def total(texts):
    result = 0
    for text in texts:
        result += parse(text)
    return result


try:
    print(total(["10", "2", "x"]))
except ValueError as error:
    print("caught:", error)
print("and on")
