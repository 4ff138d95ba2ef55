def f(*a, **k):
    return a, k

xs, ks = [1, 2], {"p": 3}
print(f(*xs), f(**ks), f(*xs, **ks), f(0, *xs, 9), f(*xs, *xs), f(q=4, **ks))
print(f(*[n + 1 for n in xs], **{"k": len(xs)}), f(*(xs or [])), max(*xs, 5))
