def area(w, h):
    return w * h

total = (
    area(2, 3)
    + area(
        w=4,
        h=5,
    )
    - sum(
        n * 2
        for n in range(3)
    )
)
table = {
    "a": area(1, 2),
    "b": [
        area(n, n)
        for n in (1, 2)
    ],
}
print(
    total,
    table["a"] if total > 3
    else table["b"],
)
