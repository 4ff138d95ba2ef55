def read(lines):
    for line in lines:
        yield line.strip()


def numbers(lines):
    for line in lines:
        if line.isdigit():
            yield int(line)


source = read(["12\n", "pear\n", "30\n"])
total = 0
for number in numbers(source):
    total += number
print(total)
