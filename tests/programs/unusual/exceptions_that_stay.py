# Exceptions kept with their tracebacks and frames, by every way out.
import traceback, sys
class E(Exception):
    def __init__(s,a): s.a=a; super().__init__(a)
def f(x): raise E(x)
def g(x):
    try: f(x)
    except E as e:
        # sample e x
        raise KeyError(x) from e
def h(x):
    try: g(x)
    except KeyError as k:
        # sample k
        c=k.__cause__; t=k.__traceback__
        # sample k c t
        try: 1/0
        except ZeroDivisionError as z:
            # sample z k
            o=z.__context__
            # sample o k z
            z.add_note('note'*5); nn=z.__notes__
            # sample nn z
        return k
    finally:
        y=[1]
        # sample y
r=h([1])
# sample r
tb=r.__traceback__; fr=tb.tb_frame
# sample r tb fr
del tb
# sample fr r
s=traceback.format_exception(r)
# sample s r
te=traceback.TracebackException.from_exception(r)
# sample te r
r.with_traceback(None)
# sample r fr
ei=None
try: raise E(2000)
except E: 
    ei=sys.exc_info()
    # sample ei
# sample ei
try:
    try: raise E(1000)
    except* E as eg: raise
except ExceptionGroup as x:
    y=x
    # sample y x
except E as x:
    y=x
    # sample x y
try:
    try: raise ValueError([1])
    finally:
        w=[2]
        # sample w
        raise TypeError(w)
except TypeError as e2:
    v=e2.__context__
    # sample e2 v w
def gen():
    try: yield [1]
    except GeneratorExit: 
        q=[2]
        # sample q
        raise
    except E as e3:
        # sample e3
        yield e3
G=gen(); p=next(G); th=G.throw(E([5]))
# sample G p th
try: G.throw(E([6]))
except E as e4:
    u=e4.__traceback__
    # sample e4 u G
try: next(G)
except StopIteration as si: 
    # sample si
    pass
try: {}['k'*20]
except KeyError as e5: 
    a5=e5.args
    # sample e5 a5
try: [].nope
except AttributeError as e6:
    ob=e6.obj
    # sample e6 ob
try: import nope_nope
except ImportError as e7:
    # sample e7
    nm=e7.name
try: int('x'*10)
except ValueError as e8:
    # sample e8
    e8=None
try: open('/nonexistent')
except OSError as e9: fn=e9.filename; 
try: '\ud800'.encode()
except UnicodeEncodeError as ea: 
    ob=ea.object
    # sample ea ob
try: exec('def f(:')
except SyntaxError as eb: 
    # sample eb
    de=eb.args
    # sample de
assert (e:=None) is None
with __import__('contextlib').suppress(E): f([3])
while True:
    try: break
    finally: z1=[1]
# sample z1
