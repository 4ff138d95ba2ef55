def fact(n):
    return 1 if n < 2 else n * fact(n - 1)

def fib(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]

def hanoi(n, a, b, c):
    return [] if not n else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)

print(fact(5), fib(7), hanoi(2, "a", "b", "c"))
