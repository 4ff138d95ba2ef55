# Caches, files in memory, dates, matches: what the library makes in C.
import functools
def deco(n):
    box=[n]
    def outer(f):
        cache={}
        @functools.wraps(f)
        def inner(*a, **k):
            # sample f cache box a k
            if a not in cache: cache[a]=f(*a,**k)
            return cache[a]
        return inner
    return outer
@deco(1000)
@deco(2000)
def fib(n):
    # sample n
    return n if n<2 else fib(n-1)+fib(n-2)
x=fib(6)
# sample x fib deco
w=fib.__wrapped__
# sample w fib
@functools.lru_cache(maxsize=4)
def sq(n): return [n]*3
a=sq(5000); b=sq(5000); c=sq(3.5)
# sample a b c sq
info=sq.cache_info()
# sample info
sq.cache_clear()
# sample a b c
class P:
    def __init__(self): self.v=[1]
    @functools.cached_property
    def big(self): return [self.v]
    @functools.singledispatchmethod
    def go(self, x): return 'o'
    @go.register
    def _(self, x: int): return [x]
p=P()
q=p.big
# sample p q P
r=p.go(5)
# sample r
pa=functools.partial(sq, 77)
pb=functools.partial(pa, k=[1]) if False else functools.partial(max, [1], key=len)
# sample pa pb
z=pa()
# sample z
red=functools.reduce(lambda a,b:[a,b],[1000,2000,3000])
# sample red
tot=functools.total_ordering
cmpk=functools.cmp_to_key(lambda a,b:0)
k=cmpk(red)
# sample red k cmpk
import io
bi=io.BytesIO(b'x'*1000); gb=bi.getbuffer()
# sample bi gb
gb.release()
bi.write(b'y'*2000)
# sample bi
v=bi.getvalue()
# sample bi v
del v
# sample bi
c=io.BytesIO(); c.write(b'z'*5000)
# sample c
class B(io.BytesIO): pass
d=B(b'q'*3000); d.write(b'zz'); d.k=[1]
# sample d c bi
w=d.getvalue()
# sample d w
d.close()
# sample d w
e=io.BytesIO()
# sample e
import re, datetime, decimal, fractions, pathlib, io, random, uuid, string, textwrap, json, copy, operator, ipaddress
m=re.match(r'(a+)(b+)','aaabbb'*3); g=m.groups(); pa=m.re; s=m.string
# sample m g pa s
it=re.finditer('a','a b a'); x=next(it)
# sample it x
dt=datetime.datetime(2020,1,1,tzinfo=datetime.timezone.utc); td=dt-datetime.datetime(2019,1,1,tzinfo=datetime.UTC); tz=dt.tzinfo
# sample dt td tz
de=decimal.Decimal('1.25'); df=de/3; cx=decimal.getcontext()
# sample de df cx
fr=fractions.Fraction(1,3); fs=fr+1; nu=fr._numerator
# sample fr fs
pp=pathlib.Path('/a/b'); pq=pp/'c'; st=str(pq); pt=pq.parts
# sample pp pq st pt
si=io.StringIO('abc'); sv=si.getvalue(); bi=io.BytesIO(b'x'*1000); gb=bi.getbuffer()
# sample si sv bi gb
gb.release()
# sample bi gb
rn=random.Random(1); f=rn.random()
# sample rn f
u=uuid.UUID(int=5)
# sample u
tm=string.Template('$a'); 
# sample tm
j=json.loads('{"a":[1000,2.5,{"b":null}]}'); e=json.JSONEncoder()
# sample j e
cc=copy.deepcopy(j); c2=copy.copy(j)
# sample cc c2 j
ig=operator.itemgetter('a','b'); ag=operator.attrgetter('x.y'); mc=operator.methodcaller('m',[1])
# sample ig ag mc
ip=ipaddress.ip_address('1.2.3.4')
# sample ip
fo=open(__file__); ln=next(fo)
# sample fo ln
fo.close()
# sample fo
import enum
class Color(enum.Enum):
    RED=[1]
    GREEN=(1000,2)
    ALIAS=(1000,2)
    def f(self): return self.value
class F(enum.Flag):
    A=enum.auto(); B=enum.auto(); C=4
class I(enum.IntEnum):
    X=1000; Y=2000
class S(enum.StrEnum):
    P='pp'; Q=enum.auto()
a=Color.RED; b=Color((1000,2)); c=F.A|F.B; d=I.X; e=S.Q
# sample a b c d e Color F I S
v=a.value
# sample v
g=a.f()
# sample g v
m=Color.__members__
# sample m
l=list(Color)
# sample l a b
n=d+5
# sample n
x=~c
# sample x c

wrapped = sq.cache_parameters()
