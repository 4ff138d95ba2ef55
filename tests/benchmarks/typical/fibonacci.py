SIZE = 6
ROUNDS = 1


def plain(n):
    if n < 2:
        return n
    return plain(n - 1) + plain(n - 2)


def with_memo(n, memo):
    if n in memo:
        return memo[n]
    if n < 2:
        result = n
    else:
        result = with_memo(n - 1, memo) + with_memo(n - 2, memo)
    memo[n] = result
    return result


def by_loop(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


for again in range(ROUNDS):
    memo = {}
    print(plain(SIZE), with_memo(SIZE * 5, memo), by_loop(SIZE * 10), len(memo))
