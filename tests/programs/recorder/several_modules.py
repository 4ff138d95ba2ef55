# Modules beside the program, one in a package, one that fails, one imported twice.
import shapes
from inner import words
from inner.words import say as speak
import importlib
print(shapes.area(2, 3), speak("hello"), words.said)
try:
    import broken
except RuntimeError as error:
    print(error)
importlib.reload(shapes)
print(shapes.loads, shapes.Square(3).area())
shapes.sides = 5
def far(): return shapes.area(1, 1)
print(far())
