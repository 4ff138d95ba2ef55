def f(items):
    assert items, "none"
    assert len(items) < 3 and items[0] > 0, f"bad {items[-1]}"
    assert isinstance(items, list) or items is None
    return items[0] if len(items) == 1 else sum(items)

print(f([1]), f([2, 3]))
try:
    f([1, 2, 3])
except AssertionError as error:
    print(error.args[0])
