ring = [1]
ring.append(ring)


class Person:
    pass


ann = Person()
bob = Person()
ann.friend = bob
bob.friend = ann
ann.friends = [bob, ann]
table = {}
table["self"] = table
pair = (table, ring)
del ann.friend
del bob
ring.pop()
