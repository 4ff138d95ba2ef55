# Classes, functions and instances that are changed while they live; cells.
import sys
class M(type):
    @property
    def __name__(c): raise RuntimeError
    @property
    def __mro__(c): raise RuntimeError
    @property
    def __dict__(c): raise RuntimeError
    def mro(c): 
        return type.mro(c)
    @property
    def __module__(c): raise RuntimeError
class A(metaclass=M):
    __slots__=('x','__dict__','__weakref__')
a=A(); a.x=[1]; a.y=a.x
x=a.x
# sample a A x
class B:
    def __init__(s): s.__dict__={'q':[1]}
b=B()
q=b.q
# sample b q
b.__dict__=dict(z=q)
# sample b q
b.__dict__['w']=q
# sample b q
b.__dict__=b.__dict__
b.__dict__['me']=b.__dict__
r=b.__dict__
# sample b r q
del b
# sample r q
class C: pass
c=C(); c.a=[1]; c.b=c.a; del c.a; c.c=c.b; c.a=c.b
z=c.a
# sample c z
c.__class__=B
# sample c z
class D(C): pass
d=D(); d.__dict__.update(k=z)
# sample d z
d.__class__=C
# sample d z C D
C.__bases__=(A,) if 0 else C.__bases__
D.__bases__=(B,)
# sample B C D
def f(): pass
f.__code__=(lambda: 5).__code__
# sample f
f.__defaults__=([1],); f.__kwdefaults__={'k':z}
# sample f z
f.__closure__
f.__annotations__={'a':z}
# sample f z
f.__type_params__=()
del f.__defaults__
# sample f
C.m=f
m=c.m if hasattr(c,'m') else None
# sample m f
import types
n=types.new_class('N',(),{},lambda ns: ns.update(k=z))
# sample n z
setattr(n,'odd name',z); n.__qualname__='x'*30; n.__name__='yy'*9
# sample n z
del n.k
# sample n z
o=object.__new__(n); 
# sample o n
class P:
    def __set_name__(s,o,nm): s.o=o
class Q: p=P()
t=Q.__dict__['p']
# sample t Q
del Q
# sample t
class R:
    def __class_getitem__(c,k): return [c,k]
u=R[z]
# sample u z R
class S2(R):
    __slots__=()
v=S2()
# sample v S2
class T(tuple): __slots__=()
w=T([z]*3); w2=T()
# sample w w2 z
class U(int): pass
y=U(2**70); y.k=z
# sample y z
import abc
class V(abc.ABC):
    @abc.abstractmethod
    def f(s): pass
class V2(V):
    def f(s): return z
vv=V2()
# sample vv V V2
print(isinstance(5,V), issubclass(int,V))
# sample V
from typing import Protocol, Generic, TypeVar, runtime_checkable
@runtime_checkable
class PP(Protocol):
    def f(self): ...
print(isinstance(vv,PP))
TT=TypeVar('TT')
class GG(Generic[TT]): pass
gg=GG[int]()
# sample gg GG TT PP
class Reg(type):
    reg={}
    def __new__(m,n,b,ns,**kw):
        c=super().__new__(m,n,b,ns)
        # sample ns kw c
        m.reg[n]=c
        return c
    def __init__(c,n,b,ns,**kw):
        # sample c ns
        super().__init__(n,b,ns)
    @classmethod
    def __prepare__(m,n,b,**kw):
        d={'pre':[n]}
        # sample d
        return d
    def __call__(c,*a):
        o=super().__call__(*a)
        # sample o a
        return o
class A(metaclass=Reg, flag=[1]):
    y=[pre]
    # sample y pre
    def __init__(self,*a): self.a=a
    def __init_subclass__(cls, **kw):
        # sample cls kw
        super().__init_subclass__()
    def __set_name__(self,o,n): pass
class B(A, opt=1): pass
a=A(1000,[2]); b=B()
# sample a b A B Reg
del Reg.reg['B']
# sample B
del B
# sample b
del b
import gc
gc.collect()
s=A.__subclasses__()
# sample s
def counter():
    n=[0]; m=5000
    def inc(): 
        nonlocal m
        m+=1; n.append(m)
        # sample m n
        return dec
    def dec():
        nonlocal m
        m-=1
        # sample m
        return inc
    def drop():
        nonlocal m
        del m
        try: m
        except NameError as e: return e
    # sample inc dec drop
    return inc,dec,drop
i,d,dr=counter()
# sample i d dr
x=i()
# sample x d
y=x()
# sample y i
e=dr()
# sample e
cl=i.__closure__; c0=cl[0]
# sample cl c0
try: c0.cell_contents
except ValueError as er: print(er)
c0.cell_contents=[7]
# sample c0 i
def mk(n):
    if n==0: return lambda: mk
    return lambda: mk(n-1)
f=mk(3)
g=f()
# sample f g
del f
# sample g
class A:
    def f(self):
        def h(): return self
        return h
    def s(self): return super().__init__
a=A(); h=a.f(); k=a.s()
# sample a h k A
def dflt(x, acc=[], *, opt={}):
    acc.append(x); opt[x]=acc
    # sample acc opt x
    return acc
r=dflt(1000); r2=dflt(2000)
# sample r r2 dflt
lst=[]
for v in range(3): lst.append(lambda v=v: v)
# sample lst v
z=lst[1]
# sample z lst
fs=[lambda: q for q in range(3)]
fz=fs[0]; 
# sample fz fs
gen=(lambda: (yield [1]))()
t=next(gen)
# sample gen t
