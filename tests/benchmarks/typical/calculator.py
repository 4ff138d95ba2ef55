SIZE = 1
ROUNDS = 1
EXPRESSIONS = ["1 + 2 * 3", "(4 + 5) * (6 - 7)", "2 * (3 + (4 - 1)) / 3", "10 / (5 - 5)", "8 * (7"]


def tokens(text):
    found = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            found.append(("number", int(text[start:i])))
        else:
            found.append(("sign", c))
            i += 1
    return found


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    def peek(self):
        if self.at < len(self.tokens):
            return self.tokens[self.at]
        return ("end", None)

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek()[1] in ("+", "-"):
            sign = self.take()[1]
            right = self.term()
            value = value + right if sign == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while self.peek()[1] in ("*", "/"):
            sign = self.take()[1]
            right = self.factor()
            value = value * right if sign == "*" else value / right
        return value

    def factor(self):
        kind, value = self.take()
        if kind == "number":
            return value
        if value == "(":
            inner = self.expression()
            if self.take()[1] != ")":
                raise SyntaxError("a bracket is missing")
            return inner
        raise SyntaxError(f"unexpected {value}")


for again in range(ROUNDS):
    results = {}
    for number in range(SIZE):
        for text in EXPRESSIONS:
            try:
                results[text] = Parser(text).expression()
            except (SyntaxError, ZeroDivisionError) as error:
                results[text] = type(error).__name__
    for text, result in results.items():
        print(f"{text} = {result}")
