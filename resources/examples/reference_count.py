import sys

box = ["a", "b"]
print(sys.getrefcount(box))

other = box
shelf = [box, box]
print(sys.getrefcount(box))

del other
shelf.pop()
print(sys.getrefcount(box))

shelf = None
print(sys.getrefcount(box))
