def add(a,
        b):
    return a + b


total = add(
    1,
    add(2,
        3),
)
table = {
    "a": total,
    "b": [
        1,
        total,
    ],
}
text = (
    "one"
    " two"
)
if (total > 3
        and table["a"]
        and len(text) > 2):
    chosen = "yes"
chain = (text
         .upper()
         .split())
