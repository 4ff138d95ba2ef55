class Place:
    def __init__(self, name):
        self.name = name
        self.roads = []

    def join(self, other):
        self.roads.append(other)
        other.roads.append(self)


places = [Place(chr(65 + n)) for n in range(12)]
for n in range(12):
    places[n].join(places[(n * 5 + 1) % 12])
    if n % 3 == 0:
        places[n].join(places[(n + 4) % 12])
