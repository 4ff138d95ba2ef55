from collections import deque

SIZE = 4
ROUNDS = 1


def make_maze(size):
    graph = {}
    for row in range(size):
        for column in range(size):
            around = []
            if column + 1 < size and (row * 7 + column * 3) % 5 != 1:
                around.append((row, column + 1))
            if row + 1 < size and (row * 5 + column) % 4 != 3:
                around.append((row + 1, column))
            if column and (row + column) % 3:
                around.append((row, column - 1))
            graph[row, column] = around
    return graph


def search(graph, start, goal):
    came_from = {start: None}
    seen = {start}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            break
        for there in graph[here]:
            if there not in seen:
                seen.add(there)
                came_from[there] = here
                waiting.append(there)
    path = []
    here = goal
    while here is not None:
        path.append(here)
        here = came_from.get(here)
    path.reverse()
    return path, len(seen)


for again in range(ROUNDS):
    graph = make_maze(SIZE)
    for goal in [(SIZE - 1, SIZE - 1), (0, SIZE - 1), (SIZE - 1, 0), (SIZE // 2, SIZE // 2)]:
        path, seen = search(graph, (0, 0), goal)
        print(goal, len(path), seen)
