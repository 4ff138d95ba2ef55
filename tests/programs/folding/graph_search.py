from collections import deque

roads = [("A", "B"), ("A", "C"), ("B", "D"), ("C", "D"), ("D", "E"), ("E", "F"), ("C", "F"),
         ("F", "G"), ("G", "H"), ("B", "H"), ("H", "I"), ("I", "J"), ("E", "J"), ("J", "K"),
         ("K", "L"), ("A", "L"), ("L", "M"), ("M", "N"), ("N", "O"), ("O", "A")]
graph = {}
for a, b in roads:
    graph.setdefault(a, []).append(b)
    graph.setdefault(b, []).append(a)


def shortest(graph, start, goal):
    queue = deque([[start]])
    seen = {start}
    while queue:
        path = queue.popleft()
        last = path[-1]
        if last == goal:
            return path
        for other in graph[last]:
            if other not in seen:
                seen.add(other)
                queue.append(path + [other])
    return None


def depth_first(graph, node, seen):
    seen.append(node)
    for other in graph[node]:
        if other not in seen:
            depth_first(graph, other, seen)


way = shortest(graph, "A", "J")
order = []
depth_first(graph, "A", order)
print(way, order)
