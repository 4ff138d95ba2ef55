name, n, f = "Kim", 5, 3.14159
print(f"{name}", f"{name} is {n}", f"{n + 1}", f"{f:.2f} {n:>4} {name!r}", f"{n!s:>{n}}|")
print(f"{n=} {n * 2 = }", f"{{{n}}}", f"{name[0]}{name.upper()}", f"{'x' if n else 'y'}")
print(f"a{n}" "b" f"{n:03d}", f"plain", f"{f'{n}'}", f"{[n, f]} {n:{'>'}{n}}")
key = "mean"
print(rf"{key}_(\d{6})", rf"{key}_(\d{{6}})", f"{6}")
