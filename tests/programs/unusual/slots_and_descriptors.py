# Slots that something hides, members of other classes, descriptors.
class A:
    __slots__=('a','__dict__')
class B(A):
    __slots__=('b',)
class C(B):
    __slots__=('a','c')
class E(C): pass
o=C(); o.a=[1]; o.b=o.a; o.c=o.b; o.z=o.c
x=o.a
# sample x o
A.a.__set__(o,[2])
y=A.a.__get__(o)
# sample y x o
del o.a
# sample x y
e=E(); e.a=e.b=e.c=e.d=y
# sample e y
sl=B.b
# sample sl B
from dataclasses import dataclass, field, replace, asdict
@dataclass(slots=True)
class P:
    x:int
    y:list=field(default_factory=list)
@dataclass(slots=True,frozen=True)
class Q(P.__base__):
    x:int=1000
    z:object=None
@dataclass(slots=True, weakref_slot=True)
class W:
    v:list
p=P(1000); q=Q(z=p); r=replace(q,x=2000)
# sample p q r
l=p.y
# sample l
w=W(l)
import weakref
ww=weakref.ref(w)
# sample w l ww
dd=asdict(p)
# sample dd
class Var(int):
    __slots__=()
class Tup(tuple):
    __slots__=()
t=Tup([l,l]); v=Var(70000)
# sample t v l
class A:
    __slots__=('v','w')
class B(A):
    __slots__=()
    @property
    def v(self):
        print('RUN'); return 1
    w=5
b=B(); A.v.__set__(b,[1]); A.w.__set__(b,[2])
x=A.v.__get__(b)
# sample b x
class C(B):
    @property
    def v(self):
        print('RUN2'); return 1
c=C(); A.v.__set__(c,[1]); c.z=x
# sample c x
A.w.__set__(c,[7]); w=A.w.__get__(c)
# sample c w x
import types
class A:
    __slots__=('a','b')
class B:
    __slots__=('c',)
    alias=A.a
    glob=types.FunctionType.__globals__
b=B(); b.c=[1]
x=b.c
# sample b x
class C(A):
    __slots__=()
    other=A.a
    a2=B.c
c=C(); c.a=[2]; c.b=[3]
y=c.a
# sample c y
try: b.alias
except TypeError as e: print(e)
c.other=[5]
y=c.a
# sample c y
class D(A): 
    x=A.b
d=D(); d.b=y; d.z=y
# sample d y
A.q=A.a
# sample d c y
del A.a
# sample d c y
class D:
    def __set_name__(self,o,n):
        self.n='_'+n
        # sample self o n
    def __get__(self,i,o=None):
        # sample self i o
        if i is None: return self
        return i.__dict__.get(self.n)
    def __set__(self,i,v):
        i.__dict__[self.n]=v
        # sample v i
    def __delete__(self,i): del i.__dict__[self.n]
class A:
    d=D(); e=D()
    def m(self): return self.d
a=A()
a.d=[1000]
x=a.d
# sample x a
del a.d
# sample x
y=A.d
# sample y
m=a.m; m2=A.m
# sample m m2 a
pr=property(lambda s:1)
# sample pr
A.pr=pr
# sample pr
sm=staticmethod(m2); cm=classmethod(m2)
# sample sm cm m2
A.cm=cm
k=A.cm
# sample k A
sup=super(A,a)
# sample sup a A
