span = range(2, 10, 3)
z = complex(1, -2)
raw = b"bytes\x00"
grown = bytearray(b"ab")
grown.append(99)
cut = slice(1, None, 2)
rest = ...
frozen = frozenset({1})
short = range(5)
items = [span, z, raw]
inside = {"r": range(0), "z": 2j}
part = "abcdef"[cut]
for number in span:
    z += number
