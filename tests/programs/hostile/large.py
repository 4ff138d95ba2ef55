"""Large, long and deep things."""

from tests.recorder.hostile import Hostile

NODE = """
exec('''class Node:\n def __init__(self, following): self.following = following''')
"""
KEPT = {"lists", "dicts", "linked instances", "iterators"}
"""Nests that are tried every time."""

PROGRAMS = (
    Hostile("a list of 200,000", "x = list(range(200_000))\nx.append([1])\nx[5] = x\nx.insert(0, 'a')\ndel x[100:100_000]\nprint(len(x))\n"),
    Hostile("tuples, sets and dicts of 200,000", "t = (*range(1000, 201_000),)\ns = set(t)\nf = frozenset(t)\nd = dict.fromkeys(t)\ns.add(5)\nd['k'] = s\nd.pop(1000)\nprint(len(t), len(s), len(f), len(d))\n"),
    Hostile(
        "other containers of 200,000",
        """
        from collections import deque, OrderedDict, defaultdict, Counter
        from array import array
        import itertools
        n = 200_000
        q = deque(range(n)); q.appendleft([1])
        o = OrderedDict.fromkeys(range(n)); o.move_to_end(0)
        c = Counter(range(n)); c[5] += 1
        a = array("d", range(n)); a.append(1.5)
        class L(list): pass
        class D(dict): pass
        class S(set): pass
        class T(tuple): pass
        l = L(range(n)); l.append(l); d = D.fromkeys(range(n)); s = S(range(n)); t = T(range(n))
        i, r = iter(l), reversed(l); next(i); next(r)
        v = d.values(); k = iter(d.items()); next(k)
        z = zip(l, d); e = enumerate(t); next(e)
        m = memoryview(a)
        print(len(q), len(o), len(c), len(a), len(l), len(d), len(s), len(t), len(v), len(m))
        """,
    ),
    Hostile(
        "many names",
        """
        exec("names = {f'name{n}': n for n in range(20_000)}")
        globals().update(names)
        class A: pass
        a = A()
        a.__dict__.update(names)
        def f(): pass
        f.__dict__.update(names)
        exec("class B:\\n for n in range(20_000): locals()[f'n{n}'] = n")
        e = ValueError(1); e.__dict__.update(names)
        print(len(globals()) > 20_000, len(vars(a)), len(vars(B)) > 20_000)
        """,
        is_long=True,
    ),
    *(
        Hostile(f"a nest of 20,000 {name}", f"{before}\nexec('x = {start}\\nfor i in range(20_000): x = {nest}')\ny = [x]\n{after}\nprint('deep')\n", is_long=name not in KEPT)
        for name, before, start, nest, after in (
            ("lists", "", "[]", "[x]", "del y, x"),
            ("tuples", "", "()", "(x, i)", "del y, x"),
            ("dicts", "", "{}", "{i: x}", "del y, x"),
            ("sets", "", "frozenset()", "frozenset([x])", "del y, x"),
            ("linked instances", NODE, "None", "Node(x)", "del y, x"),
            ("linked slots", NODE.replace("class Node:", "class Node:\\n __slots__ = 'following'"), "None", "Node(x)", "del y, x"),
            ("cells", 'exec("def nest(x): return lambda: x")', "None", "nest(x)", "del y"),
            ("bound methods", "class A:\n    def f(self): pass", "None", "[x].append", "del y, x"),
            ("partials", "from functools import partial", "print", "partial(x).func and partial(len, x)", "del y, x"),
            ("iterators", "", "iter(())", "iter([x])", "del y, x"),
            ("chains", "from itertools import chain", "iter(())", "chain(x)", "del y, x"),
        )
    ),
    Hostile(
        "a nest of 20,000 generators",
        """
        exec("def g(inner):\\n yield inner\\nx = None\\nfor i in range(20_000):\\n x = g(x); next(x)")
        y = [x]
        del y, x
        print("deep")
        """,
    ),
    Hostile(
        "a chain of 20,000 exceptions",
        """
        exec("x = None\\nfor i in range(20_000):\\n y = ValueError(i); y.__context__ = x; x = y")
        try: raise KeyError from x
        except KeyError as error: print(error.__cause__ is x)
        del x, y
        print("gone")
        """,
    ),
    Hostile("values of 50 MB", "s = 'x' * 50_000_000\nu = '가' * 16_000_000\nb = bytes(50_000_000)\na = bytearray(50_000_000)\na[49_999_999] = 7\ni = 1 << 400_000_000\nj = i + 1\nprint(len(s), len(u), len(b), len(a), i.bit_length(), j > i)\n"),
    Hostile("values of 50 MB that are odd", "s = '\\'' * 10_000_000\nt = '\\x00\"' * 10_000_000\nclass S(str): pass\nclass B(bytes): pass\nclass I(int): pass\nu = S(s)\nb = B(50_000_000)\ni = I(1 << 100_000_000)\nd = {s: 1, b: 2}\ne = ValueError(s)\nc = slice(s, b)\nprint(len(t))\n"),
    Hostile("a text that grows", "s = ''\nfor i in range(100): s += 'word ' * 1000\nprint(len(s))\n"),
    Hostile("a long string in a name", "globals()['x' * 1_000_000] = 1\nexec('y' * 100_000 + ' = 2')\nclass A: pass\na = A()\nsetattr(a, 'z' * 1_000_000, 3)\nB = type('C' * 1_000_000, (), {})\nb = B()\nprint(len(B.__name__))\n"),
    Hostile("many objects at once", "exec('class A: pass')\nx = [A() for i in range(9_000)]\nfor a in x[:3]: a.n = [1]\nx.clear()\nprint(len(x))\n"),
    Hostile("many kinds", "x = [type(f'T{n}', (), {'n': n}) for n in range(1_000)]\ny = [t() for t in x]\ndel x, y\nimport gc\nprint(gc.collect() > 1000)\n", is_long=True),
    Hostile("many threads", "import threading\ndef f(): pass\nthreads = [threading.Thread(target=f) for n in range(100)]\nfor t in threads: t.start()\nfor t in threads: t.join()\nprint(len(threads))\n", is_long=True),
    Hostile("lists in themselves", "x = []\nx.append(x)\ny = {}\ny[1] = y\nz = ([],)\nz[0].append(z)\nclass A: pass\na = A(); a.a = a\nprint(x, y, z)\ndel x, y, z, a\n"),
)
