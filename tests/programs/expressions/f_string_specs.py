width, places, value = 10, 3, 12.3456
print(f"{value:{width}.{places}}", f"{value:{width}}", f"{value!r:>{width + 2}}")
print(f"{value:{'<'}{width}}|{value:.{places - 1}f}|")

class Own:
    def __format__(self, spec):
        return f"<{spec}>"

print(f"{Own()} {Own():abc} {Own():{places}}")
