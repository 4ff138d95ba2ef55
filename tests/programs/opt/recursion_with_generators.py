def qs(a):
    if len(a) <= 1:
        return a
    p, *rest = a
    return qs([x for x in rest if x < p]) + [p] + qs([x for x in rest if x >= p])


s = qs([3, 1, 2])
memo = {}


def lcs(a, b):
    if not a or not b:
        return ""
    key = a, b
    if key not in memo:
        if a[0] == b[0]:
            memo[key] = a[0] + lcs(a[1:], b[1:])
        else:
            memo[key] = max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
    return memo[key]


l = lcs("ab", "bb")


def perms(xs):
    if not xs:
        yield []
        return
    for i, x in enumerate(xs):
        for p in perms(xs[:i] + xs[i + 1:]):
            yield [x] + p


ps = list(perms([1, 2]))
