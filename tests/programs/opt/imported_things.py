import math
import string as letters
from collections import OrderedDict
from functools import reduce
from math import pi, sqrt
from operator import add

root = sqrt(16)
area = pi * 2 ** 2
up = math.ceil(area)
total = reduce(add, [1, 2, 3])
digits = letters.digits
used = [sqrt, OrderedDict]
table = OrderedDict(a=1)


def local_import():
    import json
    text = json.dumps([1, None])
    return json.loads(text)


back = local_import()
