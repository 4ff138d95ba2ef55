count = 0


def bump():
    global count, made
    count += 1
    made = [count]


def outer():
    level = "outer"

    def inner():
        nonlocal level
        global count
        level = "inner"
        count += 10

    inner()
    return level


bump()
bump()
result = outer()
made.append("end")
