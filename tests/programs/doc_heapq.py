# after the documentation of heapq: a sort, and a queue of tasks
import heapq


def heapsort(iterable):
    heap = []
    for value in iterable:
        heapq.heappush(heap, value)
    return [heapq.heappop(heap) for _ in range(len(heap))]


print(heapsort([1, 3, 5, 7, 9, 2, 4, 6, 8, 0]))
tasks = [(5, "write code"), (7, "release"), (1, "write plan"), (3, "make tests")]
heapq.heapify(tasks)
print(heapq.heappop(tasks), heapq.nsmallest(2, tasks))
