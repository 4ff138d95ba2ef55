def counter(start):
    n = start
    def step(by=1):
        nonlocal n
        n += by * 2
        return n
    return step

def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run

c = counter(10)
print(c(), c(2), compose(lambda x: x + 1, lambda x: x * x)(3))
