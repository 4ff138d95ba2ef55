# Generators that the collector closes, objects that come back, cells whose function is gone.
import gc
def g(x):
    try:
        y=[x]
        yield y
    finally:
        z=[x]
        print('fin')
        # sample x z
class C: pass
c=C(); it=g([1]); a=next(it)
c.it=it; c.me=c
# sample c it a
del it, c
# sample a
n=gc.collect()
print(n)
# sample a
def h():
    for i in range(3):
        yield [i]
x=h()
for v in x:
    # sample v x
    break
# sample x v
x.close()
# sample x v
def k():
    while True:
        try: r=yield
        except GeneratorExit: 
            w=[1]
            # sample w
            raise
q=k(); next(q); q.send([1000])
# sample q
q=None
def lo():
    y=yield from h()
    return [9]
l=lo(); a=next(l)
# sample l a
try: l.throw(ValueError([3]))
except ValueError as e:
    # sample e l
    pass
import gc
keep=[]
class A:
    def __init__(s,n): s.n=n
    def __del__(s):
        keep.append(s)
        # sample s
        s.again=[s.n]
a=A(1000)
i=id(a)
del a
# sample keep
b=keep[0]
# sample b keep
print(id(b)==i)
del keep[:]
del b
c=A(2000); c.me=c
del c
x=[1]
gc.collect()
# sample keep
y=keep.pop()
# sample y
y.me=None
y=None
gc.collect()
print(len(keep))
class B:
    def __del__(s):
        global glob
        glob=s
for k in range(3):
    B()
    # sample glob
class G:
    def __del__(s): raise ValueError([1])
G()
# sample keep

async def waits():
    try: yield 1
    finally: print("closed as the program ends")
late = waits()
try: late.__anext__().send(None)
except StopIteration as stop: print(stop.value)
def shares():
    a = b = (lambda: 0)
    def f(): return a, b
    async def g(): return a, b
    x = g()
    del f, g
    # sample a b x
    x.close()
    del x
    # sample a b
shares()
def f(n):
    fs=[lambda: (i,j) for i in range(n) for j in [i,[i]]]
    g=[(lambda k: [k+m for m in range(n)])(i) for i in range(2)]
    # sample fs g n
    d={i:{j for j in range(i)} for i in range(3)}
    # sample d
    h=((i,x) for i in range(n) for x in (lambda: i,))
    a=next(h)
    # sample h a
    b=next(h)
    # sample h a b
    return fs
r=f(3)
x=r[0]
# sample r x
c=x.__closure__
# sample c
y=[[ (z:=[i,j]) for j in range(2)] for i in range(2)]
# sample y z
class K:
    a=[1000]
    b=[a]*2
    c=[x for x in a]
    # sample a b c
k=K.b
# sample k K
