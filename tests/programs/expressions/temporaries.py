def make(n):
    return list(range(n))

print(make(3)[1], sorted(make(4), reverse=True)[0] + len(make(2)), (make(1) + make(2)) * 2)
a = [make(2), make(2)][0]
make(5)
print(a == make(2), a is make(2), (lambda: make(1))()[0], {1: make(3)}[1][2], str(make(2))[0])
