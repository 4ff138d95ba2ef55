# Type parameters, exception groups, patterns, deletes in finally.
class Box[T]:
    def __init__(self, v:T): self.v=v
    def get(self)->T: return self.v
def first[T:(int,list)](x:T, *r)->T:
    # sample x r
    return x
type Al[K]=dict[K,list[K]]
b=Box[int]([1])
# sample b Box first Al
g=Box[int]
# sample g
r=first([1],2000)
# sample r
v=Al.__value__
# sample v Al
tp=Box.__type_params__
# sample tp
t=tp[0]
# sample t tp
u=int|list
# sample u
al=list[dict[str,Box]]
# sample al Box
ar=al.__args__
# sample ar al
def f():
    raise ExceptionGroup('g',[ValueError([1]),TypeError(1000),ExceptionGroup('h',[KeyError('k')])])
try:
    f()
except* ValueError as e:
    # sample e
    v=e.exceptions[0]
    # sample v e
except* (TypeError,KeyError) as e:
    # sample e
    w=e
    # sample w
# sample v w
a=w.args
# sample a
try:
    try:
        f()
    except* ValueError as eg:
        raise OSError(5) from eg
except ExceptionGroup as big:
    # sample big
    kept=big
    tb=big.__traceback__
    # sample kept tb
# sample kept tb
m=kept.split(OSError)
# sample m kept
x=kept.exceptions
# sample x
e=None
def g():
    try:
        1/0
    except ZeroDivisionError as err:
        loc=[1]
        # sample err loc
        return err
e=g()
# sample e
t=e.__traceback__
# sample t e
fr=t.tb_frame
# sample fr
lo=fr.f_locals['loc']
# sample lo fr
fr.clear()
# sample fr e
del lo
# sample fr
e.__traceback__=None
# sample t e fr
def f(x):
    try:
        y=[x]
        # sample x y
        return y
    finally:
        # sample x y
        del x
        # sample y
        del y
r=f([1])
# sample r
def g():
    for i in range(3):
        try:
            z=[i]
            if i==1: continue
            if i==2: break
        finally:
            # sample z
            del z
    return i
r=g()
def h():
    try:
        raise KeyError([1])
    except KeyError as e:
        try:
            raise ValueError([2]) from e
        finally:
            # sample e
            del e
try: h()
except ValueError as v:
    c=v.__cause__
    # sample v c
    d=v.__context__
    # sample v c d
# sample c d
class P:
    __match_args__=('x','y')
    def __init__(s,x,y): s.x=x; s.y=y
def f(o):
    match o:
        case P(x,[y,*z]) if x:
            here = 1
            # sample x y z o
            return z
        case {'k':v,**rest}:
            here = 1
            # sample v rest o
            return rest
        case [a,(b as c)]|(a,b,c):
            here = 1
            # sample a b c
            return c
        case str()|bytes() as s:
            here = 1
            # sample s
            return s
        case int(n)|float(n):
            here = 1
            # sample n
        case _:
            return None
r=[f(P([1],[[2],[3],[4]])),f({'k':[1],'l':[2]}),f([[1],[2]]),f('x'*30),f(5000),f(2.5),f(None)]
# sample r
print([ (y:=x*1000, y) for x in range(3)][-1], y)
# sample y
i=0
while (k:=[i]) and i<3:
    # sample k i
    i+=1
# sample k
