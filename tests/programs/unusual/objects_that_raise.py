# Objects whose every method raises.
import gc, weakref, sys, types
class Meta(type):
    def __eq__(c,o): raise RuntimeError
    def __hash__(c): raise RuntimeError
    def __instancecheck__(c,o): raise RuntimeError
    def __getattribute__(c,n): 
        if n.startswith('__'): return type.__getattribute__(c,n)
        raise RuntimeError(n)
class A(metaclass=Meta):
    def __getattribute__(s,n): raise RuntimeError(n)
    def __eq__(s,o): raise RuntimeError
    def __hash__(s): return 1
    def __bool__(s): raise RuntimeError
    def __len__(s): raise RuntimeError
    def __iter__(s): raise RuntimeError
    def __class__(s): raise RuntimeError
    __class__=property(__class__)
    def __del__(s): global last; last='dead'
a=A()
d=object.__getattribute__(a,'__dict__')
d['k']=[1]; d[5]=[2]
# sample a d
x=d[5]
# sample x d
class K(dict):
    def __getitem__(s,k): raise RuntimeError
    def keys(s): raise RuntimeError
    def items(s): raise RuntimeError
    def __iter__(s): raise RuntimeError
    def __len__(s): raise RuntimeError
k=K(a=[1])
# sample k
class St(str):
    def __eq__(s,o): raise RuntimeError
    def __hash__(s): return 7
    def encode(s,*a): raise RuntimeError
    def __str__(s): raise RuntimeError
s=St('abc')
# sample s
dd={s:[1]}
v=list(dd.values())[0]
# sample dd v s
class I(int):
    def __index__(s): raise RuntimeError
    __int__=__add__=__repr__=__index__
i=I(5000)
# sample i
class F(types.ModuleType):
    def __getattr__(s,n): raise RuntimeError
    @property
    def __dict__(s): raise RuntimeError
f=F('mod'); sys.modules['mod']=f
# sample f
del sys.modules['mod']
class L(list):
    def __getitem__(s,i): raise RuntimeError
    def __iter__(s): raise RuntimeError
    def __len__(s): raise RuntimeError
    def __reduce__(s): raise RuntimeError
l=L([[1],[2]])
# sample l
it=list.__iter__(l); y=next(it)
# sample it y l
class G:
    def __init__(s): s.g=(z for z in [[1],[2]])
g=G(); y=next(g.g)
# sample g y
class E(Exception):
    def __getattribute__(s,n): raise RuntimeError
    args=property(lambda s: 1/0)
    __traceback__=property(lambda s: 1/0)
    __cause__=property(lambda s:1/0)
try: raise E([1])
except E as e:
    # sample e
    pass
class W(weakref.ref):
    def __call__(s): raise RuntimeError
    def __eq__(s,o): raise RuntimeError
w=W(g)
# sample w g
b=types.MethodType(len,g)
# sample b a g
fn=types.FunctionType((lambda:0).__code__,{},'nm')
# sample fn
fn.__name__=s
# sample fn s
fn.__dict__[s]=[1]
# sample fn s
cell=types.CellType([1])
# sample cell
p=weakref.proxy(g)
# sample p g
del g
# sample p b
del a
# sample b d
