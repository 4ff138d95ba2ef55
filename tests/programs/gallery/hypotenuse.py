def squares(numbers):
    return [n * n for n in numbers]


sides = [3, 4]
length = sum(squares(sides)) ** 0.5
print(f"{length:.1f} from {len(sides)} sides")
