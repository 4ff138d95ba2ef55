SIZE = 8
ROUNDS = 1


def bubble_sort(values):
    swaps = 0
    for last in range(len(values) - 1, 0, -1):
        swapped = False
        for i in range(last):
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]
                swapped = True
                swaps += 1
        if not swapped:
            break
    return swaps


for again in range(ROUNDS):
    numbers = [(i * 7919 + 13) % 1000 for i in range(SIZE)]
    print(bubble_sort(numbers), numbers[:5])
