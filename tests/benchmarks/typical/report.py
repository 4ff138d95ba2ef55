SIZE = 4
ROUNDS = 1


def bar(share, width=20):
    text = ""
    for at in range(width):
        if at < share * width:
            text += "#"
        else:
            text += "."
    return text


def table(rows, widths):
    lines = []
    for row in rows:
        cells = []
        for value, width in zip(row, widths):
            if isinstance(value, str):
                cells.append(value.ljust(width))
            else:
                cells.append(f"{value:>{width}.1f}")
        lines.append(" | ".join(cells))
    return "\n".join(lines)


for again in range(ROUNDS):
    rows = []
    for month in range(SIZE):
        sales = month * 53 % 100 + 20.5
        rows.append((f"month {month + 1}", sales, bar(sales / 120)))
    total = sum(row[1] for row in rows)
    rows.append(("total", total, ""))
    report = "Sales\n" + "=" * 42 + "\n" + table(rows, (10, 8, 20))
    print(report)
    print(len(report))
