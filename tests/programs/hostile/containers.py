"""Containers that lie about what they hold, and keys that mind being looked up."""

from tests.recorder.hostile import Hostile

PROGRAMS = (
    Hostile(
        "keys that shout when they are looked up",
        """
        from collections import OrderedDict, deque, defaultdict, Counter, UserDict
        shouts = False
        class K:
            def __init__(self, n): self.n = n
            def __hash__(self):
                if shouts: print("hash"); raise ValueError
                return 1
            def __eq__(self, other):
                if shouts: print("eq"); raise ValueError
                return self is other
        od = OrderedDict()
        for i in range(4):
            od[K(i)] = i
        d = {K(1): 1, K(2): 2}
        s = {K(1), K(2)}
        f = frozenset(s)
        dd = defaultdict(list, d)
        shouts = True
        x = 1
        x = [2]
        shouts = False
        od.move_to_end(next(iter(od)))
        shouts = True
        x = [3]
        it = iter(d)
        x = [4]
        print("end")
        """,
    ),
    Hostile(
        "an ordered dict whose keys were changed behind its back",
        """
        from collections import OrderedDict
        od = OrderedDict(a=1, b=2, c=3)
        x = 1
        dict.__delitem__(od, "b")
        x = [2]
        dict.clear(od)
        x = [3]
        dict.__setitem__(od, "z", [1])
        x = [4]
        od = OrderedDict(a=[1], b=[2], c=[3])
        dict.__setitem__(od, "z", [1])
        x = [5]
        dict.pop(od, "a")
        x = [6]
        class O(OrderedDict):
            def __len__(self): print("len"); return 1 << 40
            def __iter__(self): print("iter"); raise ValueError
            items = keys = values = __getitem__ = __missing__ = __iter__
        o = O(); OrderedDict.__setitem__(o, "q", 1); x = [7]
        dict.__delitem__(o, "q")
        x = [8]
        print("end")
        """,
    ),
    Hostile(
        "containers that tell a length that is not theirs",
        """
        from collections import deque, UserList, Counter, ChainMap
        def shout(*a, **k):
            print("shout"); raise MemoryError
        def lies(base):
            special = ("len iter getitem contains eq hash repr str bool reversed length_hint sizeof "
                       "reduce reduce_ex index dir getattribute missing buffer bytes float int")
            names = dict.fromkeys((f"__{name}__" for name in special.split()), shout)
            names |= dict.fromkeys(("keys", "items", "values"), shout)
            names["__len__"] = lambda self: 1 << 60
            return type("Liar" + base.__name__, (base,), names)
        things = []
        for base in (list, tuple, dict, set, frozenset, deque, str, bytes, bytearray, int, float, complex):
            L = lies(base)
            x = L()
            y = L((1, 2)) if base in (list, tuple, set, frozenset, deque) else L()
            x = y
            z = [x]
            if base is list:
                list.append(x, [1])
                list.extend(x, range(3))
                it = list.__iter__(x)
                next(it)
                r = list.__reversed__(x)
                e = enumerate(it)
            if base is dict:
                dict.__setitem__(x, "a", [])
                dict.update(x, b=1)
                it = iter(dict.items(x))
                del it
            if base is set:
                set.add(x, 5)
                it = set.__iter__(x)
                next(it)
        print("end")
        """,
    ),
    Hostile(
        "containers that are changed by being asked",
        """
        class L(list):
            n = 0
            def __len__(self):
                L.n += 1
                list.append(self, L.n)
                return 10 ** 6
            def __iter__(self):
                list.clear(self)
                return iter(())
        a = L([1, 2, 3] * 30)
        len(a)
        b = [one for one in a]
        x = [3]
        list.extend(a, range(200))
        x = [4]
        class T(tuple):
            def __len__(self): return 2
            def __iter__(self): return iter("ab")
        u = (*T(range(100)),)
        x = [5]
        class D(dict):
            def __len__(self): return 10 ** 6
            def keys(self): return ["k"] * 100
            def __getitem__(self, k): return self
        d = D({i: i for i in range(100)})
        e = {**d}
        x = [6]
        dict.clear(d)
        x = [7]
        print("end", L.n)
        """,
    ),
)
