def make_counter(start):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


c1 = make_counter(0)
c2 = make_counter(10)
c1()
c1(5)
c2()
total = c1() + c2()
