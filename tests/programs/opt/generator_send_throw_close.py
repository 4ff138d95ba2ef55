def averager():
    total = 0
    count = 0
    average = None
    try:
        while True:
            try:
                value = yield average
            except ValueError as error:
                value = 0
                note = str(error)
            total += value
            count += 1
            average = total / count
    finally:
        print("closed after", count)


gen = averager()
start = next(gen)
a = gen.send(10)
b = gen.send(20)
c = gen.throw(ValueError("bad"))
gen.close()


def returns():
    got = yield 1
    return got


r = returns()
next(r)
try:
    r.send("value")
except StopIteration as stop:
    result = stop.value
