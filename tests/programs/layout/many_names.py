import math
WIDTH = 80
HEIGHT = 24
TITLE = "Adventure"
START_GOLD = 10
START_HEALTH = 100
MAX_ITEMS = 6
PRICE_SWORD = 15
PRICE_SHIELD = 12
PRICE_POTION = 5
DAMAGE_WOLF = 7
DAMAGE_BEAR = 12
DAMAGE_DRAGON = 40
rooms = ["hall", "kitchen", "cellar"]
items = {"sword": 1, "potion": 2}
visited = set()
name = "Ann"
gold = START_GOLD
health = START_HEALTH
level = 1
experience = 0
score = 0
turn = 0
alive = True
won = False
def attack(damage):
    global health
    health = health - damage
    return health
def heal(points):
    global health
    health = min(100, health + points)
def move(room):
    visited.add(room)
def buy(what, price):
    global gold
    gold -= price
    items[what] = items.get(what, 0) + 1
def show_status():
    print(name, health, gold)
def is_over():
    return not alive or won
def level_up():
    global level, experience
    level += 1
    experience = 0
for room in rooms:
    move(room)
    turn += 1
    left = attack(DAMAGE_WOLF)
    heal(3)
    buy("potion", PRICE_POTION)
    show_status()
level_up()
score = gold * level + health
total = math.floor(score / turn)
print(total)
