def outer(a):
    kept = [a]

    def middle(b):
        kept.append(b)

        def inner(c):
            kept.append(c)
            return a + b + c

        return inner

    return middle


step1 = outer(1)
step2 = step1(2)
answer = step2(3)
other = step1(20)(30)
