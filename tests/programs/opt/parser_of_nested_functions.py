def parse(tokens):
    def peek():
        return tokens[0] if tokens else None
    def expr():
        v = term()
        while peek() == "+":
            tokens.pop(0)
            v += term()
        return v
    def term():
        t = tokens.pop(0)
        if t == "(":
            v = expr()
            tokens.pop(0)
            return v
        return int(t)
    return expr()


r = parse(list("1+(2+3)"))


def bfs(g, s):
    seen, q = {s}, [s]
    order = []
    while q:
        n = q.pop(0)
        order.append(n)
        for m in sorted(g.get(n, ())):
            if m not in seen:
                seen.add(m)
                q.append(m)
    return order


o = bfs({1: {2, 3}, 2: {4}, 3: {4}}, 1)
