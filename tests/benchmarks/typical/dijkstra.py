import heapq

SIZE = 6
ROUNDS = 1


class Graph:
    def __init__(self):
        self.edges = {}

    def connect(self, one, other, cost):
        self.edges.setdefault(one, []).append((other, cost))
        self.edges.setdefault(other, []).append((one, cost))


def shortest(graph, start):
    distance = {start: 0}
    before = {}
    done = set()
    queue = [(0, start)]
    while queue:
        so_far, here = heapq.heappop(queue)
        if here in done:
            continue
        done.add(here)
        for there, cost in graph.edges[here]:
            new = so_far + cost
            if there not in distance or new < distance[there]:
                distance[there] = new
                before[there] = here
                heapq.heappush(queue, (new, there))
    return distance, before


for again in range(ROUNDS):
    graph = Graph()
    for n in range(SIZE):
        graph.connect(f"n{n}", f"n{(n + 1) % SIZE}", n % 5 + 1)
        graph.connect(f"n{n}", f"n{n * 7 % SIZE}", n % 9 + 3)
        graph.connect(f"n{n}", f"n{(n * n + 3) % SIZE}", n % 4 + 6)
    distance, before = shortest(graph, "n0")
    far = max(distance, key=distance.get)
    way = [far]
    while way[-1] in before:
        way.append(before[way[-1]])
    print(far, distance[far], " < ".join(way))
