import sys, os, gc, atexit, threading, signal, weakref, warnings, tracemalloc
import builtins
def fact(name, value): print(name, "=", value)
fact("threads", [threading.active_count(), threading.current_thread().name, threading.get_ident() == threading.main_thread().ident])
fact("callbacks", gc.callbacks)
fact("handlers", [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGPIPE, signal.SIGALRM)])
fact("warning filters", len(warnings.filters))
fact("interned", [sys._is_interned(n) for n in ("a_b_c",)])
fact("hash seed etc", (sys.flags, sys.gettrace(), sys.getprofile(), sys.get_asyncgen_hooks(), sys.get_coroutine_origin_tracking_depth(), sys.getdlopenflags(), sys.getswitchinterval(), sys.get_int_max_str_digits()))
fact("unraisable", (sys.unraisablehook is sys.__unraisablehook__, sys.breakpointhook is sys.__breakpointhook__, sys.displayhook is sys.__displayhook__, threading.excepthook is threading.__excepthook__))
tracemalloc.start()
x = bytes(100_000)
fact("traced", tracemalloc.get_object_traceback(x)[0].lineno)
tracemalloc.stop()
order = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): order.append(("del", self.n))
a, b = A(1), A(2)
r = weakref.ref(b, lambda _: order.append("gone 2"))
weakref.finalize(a, order.append, "finalized 1")
del a
b = None
fact("order", order)
seen = []
def tracer(frame, event, arg):
    seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno)); return tracer
def t(n):
    for i in range(n):
        n = i
    return n
sys.settrace(tracer); t(2); sys.settrace(None)
fact("settrace", seen)
seen = []
sys.setprofile(lambda f, e, a: seen.append((e, getattr(a, "__name__", None)))); t(1); len("abc"); sys.setprofile(None)
fact("setprofile", seen)
seen = []
m = sys.monitoring
m.use_tool_id(2, "own")
m.register_callback(2, m.events.PY_START, lambda code, off: seen.append(("start", code.co_name)))
m.register_callback(2, m.events.LINE, lambda code, line: seen.append(("line", line - code.co_firstlineno)))
m.register_callback(2, m.events.PY_RETURN, lambda code, off, v: seen.append(("return", v)))
m.set_local_events(2, t.__code__, m.events.PY_START | m.events.LINE | m.events.PY_RETURN)
t(2)
m.set_local_events(2, t.__code__, 0)
m.free_tool_id(2)
fact("monitoring", seen)
import traceback
def deep(n):
    if n: return deep(n - 1)
    raise ValueError(n)
try: deep(3)
except ValueError as e: fact("traceback", traceback.format_exc().replace(__file__, "f")); fact("tb refs", sys.getrefcount(e.__traceback__))
def handler(num, frame): order.append((num, frame.f_code.co_name, frame.f_lineno))
signal.signal(signal.SIGUSR1, handler)
os.kill(os.getpid(), signal.SIGUSR1)
y = 1
fact("signal", order[-1])
fact("stack", [f.name for f in traceback.extract_stack()])
fact("gc lists", [type(o).__name__ for o in gc.get_referrers(order)])
atexit.register(lambda: print("atexit", threading.active_count(), sorted(n for n in sys.modules if "visual" in n)))
fact("environment", sorted(os.environ) == sorted(dict(os.environb)) or len(os.environ))
