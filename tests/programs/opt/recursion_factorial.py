def factorial(n):
    if n <= 1:
        return 1
    smaller = factorial(n - 1)
    return n * smaller


def fibonacci(n, memo={}):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fibonacci(n - 1) + fibonacci(n - 2)
    return memo[n]


six = factorial(3)
five = fibonacci(5)
