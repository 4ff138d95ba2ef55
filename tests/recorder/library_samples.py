"""Programs with objects of C types; the tests compare every step of both recorders."""

OF_LIBRARY = {
    "arrays of numpy": """
        import warnings
        warnings.simplefilter("ignore")
        import numpy as np
        a=np.arange(6)
        b=a[1:4]
        c=a[::-1]
        d=a.reshape(2,3)
        d[0,1]=50
        e=d.T
        f=np.zeros((3,4,15),dtype=np.float32)
        f[0,1,2]=0.1
        f[1,1,1]=5
        g=f[:,:,::2]
        h=np.array(3.5)
        h[...]=float("nan")
        i=np.array([True,False])
        i[1]=True
        j=np.array([1,-2],dtype=">i4")
        j[0]=7
        k=np.array([1+2j])
        k[0]=3
        l=np.array(["a","bc"])
        l[0]="zz"
        m=np.array([[1,2],[3,"x"]],dtype=object)
        m[0,0]=[1]
        n=np.zeros(3,dtype=[("x","i4"),("y","f8")])
        n["x"][1]=5
        o=n["y"]
        o[0]=1e300
        p=np.zeros((0,3))
        q=np.uint64(2**63)*np.ones(2,dtype=np.uint64)
        q[0]=2**64-1
        r=np.array([1.5,2,-0.0,float("inf"),1e-300])
        r[1]=1e22
        r.dtype=np.int64
        r[0]=3
        r.dtype="S8"
        r[0]=b"abc"
        s=np.datetime64("2020-01-01")+np.arange(3)
        s[0]+=1
        t=np.arange(200).reshape(10,20)
        t[7,11]=-1
        t[8,0]=-1
        t[0,12]=-1
        u=t[2:5,3:9]
        u[:]=0
        v=np.float16(1)*np.ones(2,dtype=np.float16)
        v[0]=2
        w=np.frombuffer(bytearray(8),dtype=np.int16)
        x=np.ma.array([1,2],mask=[0,1])
        y=np.matrix([[1,2]])
        y[0,0]=9
        z=np.broadcast_to(np.array([1,2]),(3,2))
        del a
        a=np.resize(t,(2,2))
        t.resize((5,40),refcheck=False)
        t.shape=(200,)
        aa=np.int8([1,2])
        aa+=1
        """,
    "arrays of the library, and decimals": """
        from array import array
        a=array("i",[1,2,3])
        a.append(5)
        a[0]=-7
        b=array("d",[0.1,2])
        b[1]=1e100
        c=array("f",[0.1])
        c[0]=3
        d=array("u","ab")
        d[0]="z"
        e=array("B",range(20))
        e[11]=99
        e[12]=98
        f=array("Q",[2**64-1])
        f.pop()
        g=array("l",[-1])
        h=array("b",[-1])
        class S(array): pass
        s=S("i",[1])
        s.x=1
        s[0]=5
        from decimal import Decimal
        x=Decimal("1.5")
        y=x*3
        l=[x,y,x]
        x=Decimal("NaN")
        """,
    "views of memory": """
        import array, ctypes, mmap
        a = array.array("d", [1.5, 2.5, 3.5])
        b = memoryview(a)
        c = b[::-1]
        c[0] = 0.1
        d = memoryview(b"abc").cast("c")
        e = memoryview(b"\\x01\\x00").cast("?")
        class P(ctypes.Structure):
            _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_double)]
        f = memoryview(P(1, 2))
        g = memoryview((ctypes.c_int * 3)(1, 2, 3))
        h = memoryview(ctypes.c_int(5))
        i = memoryview(bytearray(range(24))).cast("B", (2, 3, 4))
        i[0, 1, 2] = 99
        j = memoryview(b"").cast("i")
        k = mmap.mmap(-1, 32)
        l = memoryview(k)
        l[3] = 200
        m = memoryview(b"abcd" * 100)[::50].toreadonly()
        n = memoryview(bytearray(16)).cast("e")
        o = memoryview(bytearray(16)).cast("P")
        b.release()
        l.release()
        k.close()
        i = None
        """,
    "matches, namespaces, ordered dicts and files": """
        import os,re,io,tempfile,types
        from collections import OrderedDict
        m=re.match(r"(\\d+)-(\\w+)","12-abc def")
        g=m.groups()
        m=re.search(rb"b",b"abc")
        m=re.search("가(.)","x가나")
        m=re.search("zz","x")
        for m in re.finditer("a.","abacad"): pass
        class T(str): pass
        m=re.match("a",T("abc"))
        n=types.SimpleNamespace(x=1,y=[2])
        n.z=n
        del n.x
        n.__dict__[5]=6
        class N(types.SimpleNamespace):
            __slots__=("s",)
        q=N(a=1)
        q.s=5
        q.b=2
        o=OrderedDict.fromkeys("abc",0)
        o.move_to_end("a")
        o["a"]=7
        dict.__delitem__(o,"b")
        o.x=4
        class L(OrderedDict):
            k=1
        p=L(a=1,b=2)
        p.extra=[3]
        p.move_to_end("a")
        p.popitem(last=False)
        d=tempfile.mkdtemp()
        with open(os.path.join(d,"한글.txt"),"w",encoding="utf-8",newline="\\r\\n") as f:
            f.write("가나\\nabc\\n")
            f.flush()
            f.write("x")
        f=open(os.path.join(d,"한글.txt"),encoding="utf-8")
        a=f.readline()
        b=f.read(1)
        c=f.tell()
        f.seek(0)
        z=f.readlines()
        f.close()
        f=open(os.path.join(d,"b"),"w+b")
        f.write(b"12345")
        f.seek(2)
        r=f.read(2)
        f.close()
        f=open(os.path.join(d,"b"),"rb",buffering=0)
        r=f.read(3)
        f.close()
        s=io.StringIO("a\\nb")
        s.readline()
        t=io.BytesIO(b"abc")
        t.read(1)
        w=io.TextIOWrapper(io.BytesIO(b"a\\nb\\n"))
        w.readline()
        f=open(os.path.join(d,"l"),"w",encoding="latin-1")
        f.write("é\\n")
        f.close()
        f=open(os.path.join(d,"l"),encoding="latin-1")
        f.read(1)
        f.close()
        it=iter(range(5))
        next(it)
        it2=iter(range(10,0,-3))
        next(it2);next(it2)
        u=[*it]
        """,
    "exceptions, frames and iterators": """
        import sys
        class E(Exception):
            __slots__=("s",)
            def __init__(self,a):
                super().__init__(a); self.a=a; self.s=a
        def f(n):
            x=[n]
            def g(): return x
            if n==0: raise KeyError(n)
            return f(n-1)
        try: f(3)
        except KeyError as e:
            k=e
            k.note=5
            k.add_note("hello")
        t=k.__traceback__
        fr=t.tb_frame
        t2=t.tb_next.tb_next
        l=t2.tb_frame.f_locals["x"]
        try:
            try: 1/0
            except ZeroDivisionError as z: raise E(2) from z
        except E as e: q=e
        q.__cause__=None
        q.__traceback__=None
        q.args=(1,2,3)
        q.__dict__[5]=6
        class B(BaseException): pass
        b=B()
        b.__context__=q
        try: raise ExceptionGroup("g",[ValueError(1),E(2)])
        except* ValueError as eg: h=eg
        except* E as e2: j=e2
        o=OSError(2,"no","file")
        def gen():
            try: yield 1
            except ValueError as v: yield v
        g=gen();next(g);r=g.throw(ValueError(9))
        class C:
            def m(self):
                y=1
                raise RuntimeError(sys._getframe())
        try: C().m()
        except RuntimeError as e: s=e.args[0]
        s.clear()
        import functools,itertools,operator
        @functools.lru_cache(maxsize=2)
        def sq(x): return x*x
        sq(1);sq(2);sq(3);sq(1)
        p=functools.partial(print,1,end="")
        p.attr=[1]
        c=itertools.chain([1],[2]);next(c)
        y=itertools.cycle([1,2]);next(y);next(y);next(y)
        i=itertools.islice([1,2,3],1,3);next(i)
        zl=itertools.zip_longest([1],[2,3]);next(zl);next(zl)
        m=map(str,[1,2]);next(m)
        z=zip([1,2],[3,4]);next(z)
        fi=filter(None,[0,1]);next(fi)
        ig=operator.itemgetter(1,"a")
        ag=operator.attrgetter("a.b")
        gb=itertools.groupby("aab");a0=next(gb)
        te=itertools.tee([1,2]);next(te[0])
        ac=itertools.accumulate([1,2]);next(ac)
        pw=itertools.pairwise([1,2,3]);next(pw)
        ct=itertools.count(5);next(ct)
        rp=itertools.repeat([1],2);next(rp)
        pr=itertools.product([1],[2]);next(pr)
        import contextvars
        cv=contextvars.ContextVar("x"); tk=cv.set([1]); cx=contextvars.copy_context()
        pp=property(lambda s:1)
        sm=staticmethod(len); cm=classmethod(len)
        mv=memoryview(b"abc")[1:]
        su=super(C,C())
        ga=list[int]; un=int|str
        def generic[T](x: T) -> T: return x
        """,
    "texts with escapes": """
        a="가나다"
        b="it's"
        c='say "hi"'
        d="tab\\t\\n\\\\"
        e="\\ud800x"
        f=b"\\x00abc'"
        g=1-2j
        h="\\x7f\\x80\\xa0\\u200b\\U0001F600"
        i="é"*9999
        j="é"*10001
        k=b"\\xff"*9000
        l="\\n"*6000
        m=complex("nan")
        n=""
        o="'"*3
        """,
    "functions": """
        import gc, types, functools
        gc.disable()
        def plain(): pass
        def doc():
            "documentation"
        def annotated(a: int, b: "str" = "x", *args: float, c: list = [1], **k) -> None: pass
        def outer(x):
            y = [x]
            def inner(z=y, *, k=(1, 2)):
                nonlocal y
                y = z
                return x, y, inner
            return inner
        f = outer(1)
        g = f()
        f.attr = [1]
        f.attr2 = f
        del f.attr
        f.__defaults__ = (5,)
        f.__kwdefaults__ = {"k": 3, "extra": [4]}
        f.__kwdefaults__ = None
        f.__defaults__ = None
        f.__name__ = "renamed"
        f.__qualname__ = "q.renamed"
        f.__doc__ = "text"
        f.__code__ = outer(2).__code__
        f.__dict__ = {"a": [1], 5: [2]}
        f.__dict__.clear()
        shared = (1, [2])
        def s1(a=1, b=[]): pass
        s2 = types.FunctionType(s1.__code__, globals(), "s2", s1.__defaults__)
        s3 = types.FunctionType(plain.__code__, {"own": 1}, "s3")
        s1.__annotations__
        s1.__annotations__ = {"a": int}
        m = [1].append
        n = len
        k = "abc".upper
        p = {}.get
        q = dict.fromkeys
        r = functools.wraps(plain)(lambda *a: a)
        u = functools.partial(f, 1)
        w = type("W", (), {"method": plain, "bound": len})()
        b = w.method
        try:
            b()
        except TypeError as e:
            err = e
        fs = [lambda i=i: i for i in range(3)]
        fs.pop()
        cells = f.__closure__
        c = cells[0]
        try:
            c.cell_contents = f
        except ValueError:
            pass
        del f, g
        import math
        h = math.sin
        class Meta(type):
            def __call__(cls, *a): return super().__call__(*a)
        class K(metaclass=Meta):
            def a(self): return self.a
            @staticmethod
            def b(): return 1
            @classmethod
            def c(cls): return cls
            @property
            def d(self): return 1
        x = K()
        y = x.a()
        z = K.c
        K.a = K.b
        del K.d
        """,
    "frames, exceptions and functions in memory that is watched": """
        filling = list(map(list, zip(range(900))))
        def f(n, box):
            here = [n]
            if n == 0:
                raise KeyError(box)
            f(n - 1, box)
        def g(n):
            x = n
            def inner(): return x
            if n == 0:
                raise ValueError(inner)
            g(n - 1)
        kept = []
        for call in (f, g):
            try:
                call(40, kept) if call is f else call(20)
            except Exception as error:
                kept.append(error)
        many = list(map(ValueError, range(200)))
        tb = kept[0].__traceback__
        for step in range(5):
            tb = tb.tb_next
        frame = tb.tb_frame
        frame.f_trace = print
        frame.f_locals["extra"] = [1]
        tb.tb_next.tb_next.tb_frame.clear()
        tb.tb_next = None
        many[5].args = (1, 2)
        many[6].note = [3]
        many[7].__cause__ = many[8]
        many[9].__traceback__ = tb
        many[10].add_note("x")
        for i in range(3):
            many[i].args = ([i],)
        cell = kept[1].args[0].__closure__[0]
        cell.cell_contents = [5]
        its = [iter(range(3)) for _ in range(40)]
        next(its[4])
        next(its[4]); next(its[5])
        fs = [lambda: i for _ in range(40)]
        fs[3].__defaults__ = (1,)
        fs[4].attr = [2]
        fs[5].__kwdefaults__ = {"a": [1]}
        fs[5].__kwdefaults__["a"] = 2
        fs[6].__name__ = "other"
        del kept[0], tb, frame
        """,
    "classes derived from types in C": """
        import collections, datetime, decimal, functools, itertools, threading
        class P(property):
            pass
        class Lazy(property):
            __slots__=("name","where")
        class Chain(itertools.chain):
            pass
        class Map(map):
            __slots__=()
        class Zip(zip):
            pass
        class Count(enumerate):
            pass
        class Local(threading.local):
            pass
        class Money(decimal.Decimal):
            pass
        class Day(datetime.date):
            __slots__=("note",)
        class When(datetime.datetime):
            pass
        class Span(datetime.timedelta):
            pass
        class Zone(datetime.tzinfo):
            pass
        class Part(functools.partial):
            pass
        class Ordered(collections.OrderedDict):
            __slots__=("name",)
        def get(self): return 1
        one,two=["one"],["two"]
        p=P(get)
        p.more=[get]
        p=P(get,get)
        lazy=Lazy(get)
        lazy.name="lazy"
        lazy.where=get
        del lazy.name
        class T:
            area=p
            @P
            def size(self): return 2
        got=T().area
        c=Chain(one,two)
        got=next(c)
        c.note=two
        m=Map(get,one)
        z=Zip(one,two)
        z.note=one
        got=next(z)
        e=Count(one)
        e.note=e
        got=next(e)
        local=Local()
        local.x=one
        price=Money("3.50")
        price.currency="EUR"
        price=price+1
        day=Day(2026,11,27)
        day.note=[day]
        when=When(2026,1,2,3,4,5,678,tzinfo=datetime.timezone.utc)
        when=when.replace(tzinfo=Zone(),fold=1)
        span=Span(3,4)
        span.note=span
        q=Part(get,one)
        q.note=two
        ordered=Ordered(a={})
        ordered.name=one
        ordered.note=two
        ordered["b"]={}
        del p,c,m,z,e,one,two
        """,
    "data of ctypes": """
        import ctypes
        class P(ctypes.Structure):
            _fields_=[("x",ctypes.c_int),("y",ctypes.c_double),("v",ctypes.c_int*2)]
        class Node(ctypes.Structure):
            pass
        Node._fields_=[("value",ctypes.c_int),("next",ctypes.POINTER(Node))]
        class Bits(ctypes.Union):
            _fields_=[("whole",ctypes.c_uint),("low",ctypes.c_uint,3)]
        p=P(3,4.5)
        p.x=10
        p.v[1]=7
        p.extra=[1]
        p.extra=2
        bits=Bits(9)
        bits.low=2
        n=ctypes.c_int(5)
        n.value+=1
        numbers=(ctypes.c_int*20)(1,2,3)
        numbers[3]=9
        numbers[19]=9
        grid=((ctypes.c_int*3)*2)()
        row=grid[1]
        row[0]=4
        points=(P*2)()
        points[1].x=4
        pointer=ctypes.pointer(n)
        target=pointer.contents
        n.value=8
        box=ctypes.py_object([1])
        things=(ctypes.py_object*4)()
        things[2]=box
        things[0]=[things]
        things[0]=None
        ctypes.memset(things,0,8)
        several=((ctypes.py_object*2)*2)()
        several[0][1]=[2]
        raw=bytearray(8)
        view=(ctypes.c_int*2).from_buffer(raw)
        raw[0]=77
        lost=(ctypes.c_int*3).from_address(0)
        first=Node(1,ctypes.pointer(Node(2)))
        first.next.contents.value=3
        ctypes.resize(numbers,100)
        numbers[1]=5
        del things
        """,
    "classes among many objects": """
        many = list(map(list, zip(range(700))))
        class A:
            first = 1
            def m(self): pass
        class B(A): pass
        class Other: pass
        class Noisy:
            def __del__(self):
                x = 1
        for n in range(30):
            setattr(A, f"name{n}", [n])
        for n in range(0, 30, 3):
            delattr(A, f"name{n}")
        for value in ([1], [2], None, object(), object(), Noisy(), 3):
            A.first = value
        del value, A.first
        A.__name__ = "other"
        A.__doc__ = "text"
        B.__bases__ = (Other,)
        B.__annotations__
        B.__annotations__ = {"x": int}
        A.m = lambda self: 1
        B.other = A
        del B
        for n in range(5):
            A.last = float(n)
        """,
    "deques among many objects": """
        from collections import deque
        many = list(map(list, zip(range(700))))
        d, e = deque(), deque(maxlen=3)
        held = [deque([n]) for n in range(9)]
        for n in range(80):
            d.append([n])
        for n in range(70):
            d.popleft()
        d[0] = "x"
        d[1] = "y"
        d.rotate(3)
        d.reverse()
        del d[2]
        d.insert(1, 5)
        for n in range(6):
            e.append(float(n))
            e[0] = float(n + 1)
        e.clear()
        e.extendleft([1, 2, [3]])
        d.clear()
        for one in held:
            one[0] = [one]
            one[0] = None
            one.append(1.5)
            one.popleft()
        for n in range(5):
            d.append(object())
            d[0] = object()
        """,
    "generators among many objects": """
        many = list(map(list, zip(range(700))))
        def count(n):
            x = []
            while n:
                x.append(n)
                y = [n]
                yield y
                n -= 1
        def outer(n):
            yield from count(n)
            yield n
        def cells():
            a = [1]
            def f():
                return a
            yield f
            a = [2]
            yield f
        held = [count(3) for n in range(5)]
        nested = [outer(2) for n in range(5)]
        for one in held + nested:
            next(one)
        for one in nested:
            one.send(None)
            one.send(None)
        g = cells()
        f = next(g)
        f = next(g)
        g = count(2)
        frame = g.gi_frame
        next(g)
        frame.f_locals["n"] = 0
        next(g, None)
        try:
            held[0].throw(ValueError("x"))
        except ValueError:
            pass
        g = (float(n) for n in range(9))
        for n in range(5):
            last = next(g)
        """,
    "files of bytes among many objects": """
        import io
        many = list(map(list, zip(range(700))))
        class Own(io.BytesIO): pass
        class Sized(io.BytesIO):
            def __sizeof__(self):
                return 1000 + len(many)
        for kind in (io.BytesIO, Own, Sized):
            b = kind(b"abc")
            c = b.getvalue()
            c = None
            b.seek(1)
            b.write(b"z")
            b.truncate(2)
            view = b.getbuffer()
            view[0] = 65
            view[1] = 66
            view = None
            b.read(1)
            b.close()
            many.append(1)
            b = kind(b"long" * 600)
            b.seek(1500)
            b.write(b"!")
            b.write(b"x" * 3000)
            c = bytes(3000)
            b = kind(c)
            c = None
            for n in range(9):
                b.seek(0); b.write(b"%d" % n); b.seek(0)
            c = b.getvalue(); d = b.getvalue()
            d = None
            c = None
            pass
            b.seek(0); b.write(b"again"); b.seek(0)
            b = b2 = None
            b, b2 = (kind(b"shared" * 3) for n in range(2))
            b.write(b"first")
            b2.seek(0)
            b2.write(b"other"); b2.seek(0)
            pass
            b2.own = [1]
            b2.own.append(2)
            del b2.own
        """,
    "files of text among many objects": """
        import io
        many = list(map(list, zip(range(700))))
        class Own(io.StringIO): pass
        for kind in (io.StringIO, Own):
            t = kind("given")
            t.write("J"); t.seek(0)
            t.write("K"); t.seek(0)
            t = kind()
            t.write("a")
            t.write("b" * 2000)
            t.write("c"); t.getvalue()
            t.seek(0); t.read(1); t.seek(0)
            t.write("d"); t.seek(0)
            t.truncate(3); t.seek(0)
            t.write("long" * 400); t.seek(0)
            t.write("e"); t.seek(0)
            t.own = [1]
            t.own.append(2)
            t.close()
        """,
    "ordered and frozen dicts among many objects": """
        import builtins, gc
        from collections import OrderedDict
        many = list(map(list, zip(range(700))))
        Frozen = getattr(builtins, "frozendict", dict)
        class Own(OrderedDict): pass
        class Cold(Frozen):
            __slots__ = ("s",)
            def __init__(self, *given, **named): self.s = given
        for kind in (OrderedDict, Own):
            o = kind(a=[1], b=2)
            o.move_to_end("a")
            for n in range(20):
                o[n] = [n]
            del o["b"]
            o.popitem(last=False)
            o.clear()
            o["c"] = object()
        for kind in (Frozen, Cold):
            f = kind({"a": [1], 2: (3,)}, b=o)
            g = kind({"a": f})
            f["a"].append(f)
            gc.collect()
            f = g = kind()
            f = f | {"c": many}
            for name in f:
                value = f[name]
            f = kind(dict.fromkeys(range(40), f))
            del f
        """,
    "attributes in dicts among many objects": """
        many = list(map(list, zip(range(700))))
        names = [f"n{n}" for n in range(9)] + [f"m{n}" for n in range(40)]
        class A:
            def __init__(self, n):
                self.a = n
                self.b = [n]
        class D:
            def __init__(self, n):
                self.__dict__.update(a=n, b=[n])
        class S:
            __slots__ = ("x", "__dict__")
        class Own(dict): pass
        for kind in (A, D):
            x = kind(1)
            vars(x)
            x.a = object()
            x.a = object()
            del x.b
            x.b = [4]
            value = x.a
            del x.a; x.a = value
            d = vars(x)
            d["e"] = [6]
            d = None
            x.f = 1
            for n in range(9):
                setattr(x, names[n], [n])
            x.n3 = object()
            x.n3 = object()
            x.__dict__.update({name: 1 for name in names})
            x.m3 = object()
            x.__dict__.clear()
            x.a = 1
            other = {"r": 1}
            x.__dict__ = other
            other["r"] = 2
            x.r = [3]
            del other
            x.r = [5]
            x.__dict__ = Own(u=1)
            x.u = 2
        s = S()
        s.x = [1]
        s.y = [2]
        vars(s)
        s.y = [3]
        s.x = [4]
        proxy = A.__dict__
        A.label = object()
        A.label = object()
        """,
    "ordered dicts with keys that a method of dict removed": """
        from collections import OrderedDict
        class K:
            def __init__(self, n): self.n = n
        class O(OrderedDict):
            __slots__ = ("own",)
        d = OrderedDict(a=1, b=2, c=3, e=5)
        d.move_to_end("a")
        d.move_to_end("b")
        dict.pop(d, "c")
        pass
        k = K(1)
        m = O([(k, k), (K(2), k), (3, 4), (K(5), 6)])
        m.own = k
        m.move_to_end(k)
        dict.pop(m, 3)
        pass
        m.x = 3
        dict.__setitem__(d, "q", 4)
        pass
        end = 1
        """,
    "bytes in memory that are shared and written": """
        import io
        b = io.BytesIO(b"hello world")
        b.read(2)
        b.write(b"XX")
        b.seek(0)
        b.write(b"ABCDEF")
        v = b.getvalue()
        w = v
        del v, w
        b.seek(6)
        b.write(b"123")
        v = b.getvalue()
        pass
        b.write(b"Q")
        pass
        data = bytes([65]) * 30
        c = io.BytesIO(data)
        pass
        del data
        c.write(b"xyz")
        d = c.getvalue()
        c.close()
        del d
        class B(io.BytesIO):
            pass
        e = B(b"ab")
        e.own = bytes([65]) * 20
        e.write(b"xxxxxx")
        pass
        e.write(b"yyyyyy")
        f = e.getvalue()
        with e.getbuffer() as g:
            g[0] = 90
            pass
        del f
        e.seek(0)
        e.write(b"z")
        end = 1
        """,
}
