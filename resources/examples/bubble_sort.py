def bubble_sort(numbers):
    last = len(numbers) - 1
    while last > 0:
        for i in range(last):
            if numbers[i] > numbers[i + 1]:
                numbers[i], numbers[i + 1] = numbers[i + 1], numbers[i]
        last = last - 1


heights = [38, 27, 43, 3, 9, 82, 10]
bubble_sort(heights)
print(heights)
