# Iterators of every kind, containers of collections, weak dictionaries.
from itertools import *
L=[[1],[2],[3]]
z=zip(L,range(1000,1003)); m=map(lambda x:[x],L); f=filter(None,L); e=enumerate(L,5000); r=reversed(L)
# sample z m f e r L
a=next(z); b=next(m); c=next(f); d=next(e); g=next(r)
# sample a b c d g z m f e r L
h=next(z); i=next(e)
# sample a h d i
sl=islice(L,1,None); x=next(sl)
# sample sl x L
t1,t2=tee(iter(L)); y=next(t1)
# sample t1 t2 y L
y2=next(t2)
# sample t1 t2 y2
ch=chain(L,[9]); cf=chain.from_iterable([L,L]); n1=next(ch); n2=next(cf)
# sample ch cf n1 n2 L
gb=groupby([1000,1000,2000]); k,gr=next(gb); 
# sample gb k gr
q=next(gr)
# sample q k gr
pr=product(L,repeat=2); p1=next(pr); p2=next(pr)
# sample pr p1 p2
pm=permutations(L); cb=combinations(L,2); p3=next(pm); p4=next(cb)
# sample pm cb p3 p4
cy=cycle(L); cc=[next(cy) for _ in range(4)]
# sample cy cc L
ct=count(2**70); c1=next(ct); rp=repeat([1],3); r1=next(rp)
# sample ct c1 rp r1
zl=zip_longest(L,[1000]); z1=next(zl); z2=next(zl)
# sample zl z1 z2
ac=accumulate(L,lambda a,b:a+b); a1=next(ac); a2=next(ac)
# sample ac a1 a2
ba=batched(L,2); b1=next(ba)
# sample ba b1
pw=pairwise(L); pw1=next(pw); pw2=next(pw)
# sample pw pw1 pw2
sm=starmap(lambda *a:a,[(1,[2])]); s1=next(sm)
# sample sm s1
dw=dropwhile(lambda x:0,L); tw=takewhile(lambda x:1,L); d1=next(dw); t3=next(tw)
# sample dw tw d1 t3
ci=iter(lambda:[1],None); c3=next(ci)
# sample ci c3
class Seq:
    def __getitem__(s,i): return [i]
se=iter(Seq()); s5=next(se); rs=iter({1000:1}.items()); r5=next(rs)
# sample se s5 rs r5
for z9 in zip(L,L):
    # sample z9 L
for i9,(u9,v9) in enumerate(zip(L,L),1000):
    # sample i9 u9 v9
from collections import *
from types import MappingProxyType, SimpleNamespace
d=deque([[1],[2],[3]],maxlen=3); a=d[0]
# sample d a
d.append([4])
# sample d a
d.rotate(1); d.extendleft([[5],[6]])
# sample d a
di=iter(d); x=next(di)
# sample di x d
dd=defaultdict(lambda: [a]); dd[1000]; k=dd['k']
# sample dd k a
od=OrderedDict(x=[1],y=[2]); od.move_to_end('x'); p=od.popitem()
# sample od p
oi=iter(od.items()); 
# sample oi od
cn=Counter('hello'); cn.update(x=5000); mc=cn.most_common(1)
# sample cn mc
cm=ChainMap({'a':[1]},od); ch=cm.new_child({'z':[3]})
# sample cm ch od
mp=MappingProxyType(od); v=mp['y'] if 'y' in mp else mp['x']
# sample mp od v
sn=SimpleNamespace(a=[1],b=a)
# sample sn a
ud=UserDict(a=[1]); ul=UserList([a]); us=UserString('abc'*10)
# sample ud ul us a
it=od.keys(); ri=reversed(od)
# sample it ri od
class DD(defaultdict): 
    def __missing__(s,k): 
        s[k]=[k]
        # sample k s
        return s[k]
q=DD(list); z=q['qq'*3]
# sample q z
import weakref
class A:
    def __init__(s,n): s.n=n
    def m(s): return s
    def __repr__(s): raise RuntimeError
log=[]
a=A([1]); b=A([2])
wv=weakref.WeakValueDictionary(); wv['a']=a; wv['b']=b
wk=weakref.WeakKeyDictionary(); wk[a]=[1000]; wk[b]=[2000]
ws=weakref.WeakSet([a,b])
# sample a b wv wk ws
del b
# sample a wv wk ws
l=len(wv),len(wk),len(ws)
# sample l
wm=weakref.WeakMethod(a.m)
# sample wm a
p=weakref.proxy(a, log.append)
# sample a log
f=weakref.finalize(a, log.append, [5])
# sample f a log
r=weakref.ref(a, lambda r: log.append(r))
# sample r a
r2=weakref.ref(a); r3=weakref.ref(a)
# sample r2 r3 a
class RR(weakref.ref):
    __slots__=('k',)
rr=RR(a); rr.k=[7]
# sample rr a
del a
# sample log r f rr
x=log[0]
# sample x log
