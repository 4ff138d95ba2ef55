# Far down, back up, and into the limit.
import sys
def down(n):
    if n == 0: return []
    found = down(n - 1)
    found.append(n)
    return found
print(len(down(120)))
def merge_sort(numbers):
    if len(numbers) < 2: return numbers
    middle = len(numbers) // 2
    left, right = merge_sort(numbers[:middle]), merge_sort(numbers[middle:])
    merged = []
    while left and right:
        merged.append((left if left[0] < right[0] else right).pop(0))
    return merged + left + right
print(merge_sort([5000, 2000, 4000, 1000, 3000]))
