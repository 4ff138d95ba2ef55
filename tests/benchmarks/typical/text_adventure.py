SIZE = 6
ROUNDS = 1
WAYS = ["north", "take lamp", "east", "take coin", "look", "west", "fly", "south", "drop lamp", "take coin"]


class PageEntry:
    def __init__(self, name):
        self.name = name
        self.exits = {}
        self.things = []

    def join(self, way, other, back):
        self.exits[way] = other
        other.exits[back] = self


class Player:
    def __init__(self, room):
        self.room = room
        self.bag = set()
        self.steps = 0

    def go(self, way):
        self.room = self.room.exits[way]
        self.steps += 1
        return f"You are in the {self.room.name}."

    def take(self, thing):
        self.room.things.remove(thing)
        self.bag.add(thing)
        return f"You have the {thing}."

    def drop(self, thing):
        self.bag.discard(thing)
        self.room.things.append(thing)
        return f"The {thing} lies here."


def obey(player, command):
    match command.split():
        case ["look"]:
            return ", ".join(player.room.things) or "nothing"
        case ["take", thing]:
            return player.take(thing)
        case ["drop", thing]:
            return player.drop(thing)
        case [way] if way in player.room.exits:
            return player.go(way)
    raise ValueError(command)


for again in range(ROUNDS):
    hall, attic, cellar = PageEntry("hall"), PageEntry("attic"), PageEntry("cellar")
    hall.join("north", attic, "south")
    attic.join("east", cellar, "west")
    attic.things.append("lamp")
    cellar.things += ["coin", "coin", "rope"]
    player = Player(hall)
    log = []
    for number in range(SIZE):
        command = WAYS[number % len(WAYS)]
        try:
            answer = obey(player, command)
        except (KeyError, ValueError) as error:
            answer = f"You cannot {command}."
        log.append((command, answer))
    print(len(log), player.steps, sorted(player.bag))
    print(log[-1])
