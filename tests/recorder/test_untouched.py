"""A program has no means to find out that it is being recorded."""

from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import EndReason

PROGRAMS = {
    "surroundings": """
        import os, sys
        print(sys.argv, sys.path, sys.flags, sorted(sys.modules), sorted(os.environ.items()))
        print(sorted(globals()), __name__, __file__, __spec__, __builtins__, __loader__.path)
        print([type(f).__name__ for f in sys.meta_path], len(sys.path_hooks))
        print(sorted(sys.path_importer_cache), sys.orig_argv)
        print(sys.dont_write_bytecode, sys.getrecursionlimit(), sys.getswitchinterval())
        print(sys.gettrace(), sys.getprofile(), sys.excepthook, sys.displayhook, sys.warnoptions)
        print(sys._getframe().f_back, sys._getframe().f_trace, sys.stdout, sys.stderr.encoding)
        """,
    "modules": """
        import sys
        for name, module in sorted(sys.modules.items()):
            print(name, getattr(module, "__file__", None), sorted(vars(module)))
        """,
    "descriptors": """
        import os
        first = open(__file__)
        print(first.fileno(), os.dup(1), os.isatty(1), os.pipe())
        """,
    "monitoring is not there": """
        import sys
        m = sys.monitoring
        print([m.get_tool(n) for n in (0, 1, 2, 5)])
        """,
    "collections by hand": """
        import gc
        print(gc.isenabled(), gc.get_threshold(), gc.callbacks, gc.get_freeze_count(), gc.garbage)
        class Node:
            pass
        def ring(n):
            nodes = [Node() for _ in range(n)]
            for node, following in zip(nodes, nodes[1:] + nodes[:1]):
                node.following = following
        print(gc.collect())
        ring(3)
        print(gc.collect())
        ring(5)
        print(gc.collect(0), gc.collect(1), gc.collect(), gc.collect())
        a = []
        a.append(a)
        del a
        print(gc.collect())
        """,
    "the names of arguments that a first call makes": """
        import gc
        class I(int): pass
        x = I(5)
        x.a = [1]
        y = x
        gc.collect()
        gc.freeze()
        z = max([1], key=abs)
        print([one for one in gc.get_objects() if one == ("key", "default")])
        """,
    "counts of the collector": """
        import gc
        class A:
            pass
        def f(n):
            x = A()
            x.n = [n]
            return x
        counts = []
        for i in range(200):
            y = f(i)
            counts.append(gc.get_count()[0])
        print([b - a for a, b in zip(counts[100:], counts[101:])])
        """,
    "what the collector knows": """
        import gc
        gc.collect()
        a = [[], {}, (lambda: 0)]
        print(len(gc.get_referrers(a[0])), len(gc.get_referrers(a)), gc.is_tracked(a))
        print([o is a or o is globals() for o in gc.get_referrers(a[0], a)])
        print(sorted(type(o).__name__ for o in gc.get_referrers(a)))
        """,
    "objects that the collector has": """
        import collections, gc, types
        counts = collections.Counter(map(type, gc.get_objects()))
        print(counts[types.ModuleType], counts[types.FunctionType], counts[dict], counts[list])
        print(counts[types.BuiltinFunctionType], counts[type(gc.__spec__)])
        """,
    "addresses used again in one line": """
        class A: pass
        print(id([]) == id([]), id(A()) == id(A()), id({}) == id({}), id(1.5 * 3) == id(2.5 * 3))
        print([id([n]) == id([n + 1]) for n in range(5)], id(A) == id(A))
        f = lambda n: id([n, n]); print(id("x" * 20) == id("y" * 20), id((f, f)) == id((f, 1)))
        """,
    "order of finalizers": """
        class A:
            def __init__(self, name): self.name = name
            def __del__(self): print("del", self.name)
        a = A(1); a = A(2); b = [A(3), A(4)]; b.clear()
        def f():
            x, y = A(5), A(6)
            print("leaving")
        f()
        c, d = A(7), A(8); c.d = d; d.c = c
        del c, d
        import gc
        gc.collect()
        def g():
            z = A(9)
            yield
            print("never")
        h = g(); next(h); del h
        try:
            w = A(10)
            raise ValueError(A(11))
        except ValueError as e:
            print("caught")
        print("after")
        e1 = A("at exit 1"); e2 = A("at exit 2"); e3 = {"k": A("at exit 3")}
        """,
    "exit": """
        import atexit, sys, threading, weakref
        class A:
            def __del__(self): print("gone", sys is not None, kept if "kept" in globals() else None)
        kept = [1]
        a = A()
        weakref.finalize(a, print, "finalized")
        atexit.register(print, "registered")
        thread = threading.Thread(target=lambda: print("thread")); thread.start(); thread.join()
        print("last line")
        """,
    "an exit code": "import sys\nprint('x', end='')\nsys.exit(7)\n",
    "an exit with words": "import sys\nsys.exit('words')\n",
    "a hard exit": "import os\nprint('flushed', flush=True)\nos._exit(5)\n",
    "a signal": "import os, signal\nprint(1, flush=True)\nos.kill(os.getpid(), signal.SIGTERM)\n",
    "a hook for exceptions": """
        import sys, traceback
        sys.excepthook = lambda *details: print("hook", *traceback.format_exception(*details))
        def f(): raise ValueError("x")
        f()
        """,
    "tracebacks": """
        import traceback
        def f(n):
            if n: return f(n - 1)
            return [1][n + 5]
        try: f(2)
        except IndexError: traceback.print_exc()
        def g():
            yield 1
            raise KeyError("k")
        try: list(g())
        except KeyError: traceback.print_exc()
        try:
            try: f(0)
            except IndexError as error: raise ValueError("second") from error
        except ValueError: traceback.print_exc()
        print(traceback.format_stack())
        f(1)
        """,
    "warnings": """
        import warnings
        "a" is 1000
        warnings.warn("careful")
        warnings.warn("old", DeprecationWarning)
        def f(): warnings.warn("deeper", stacklevel=2)
        f()
        f()
        open(__file__)
        """,
    "a syntax error in eval": """
        import traceback
        try: eval("1 +")
        except SyntaxError: traceback.print_exc()
        exec("def f():\\n  return 1 / 0")
        f()
        """,
    "standard input": """
        import sys
        print(sys.stdin.isatty(), sys.stdin.read())
        try: input("more? ")
        except EOFError as error: print(error)
        """,
    "streams": """
        import sys, io
        print("a", end=""); sys.stderr.write("e1\\n"); print("b")
        kept = sys.stdout
        sys.stdout = io.StringIO()
        print("kept apart")
        text = sys.stdout.getvalue()
        sys.stdout = kept
        print(text.upper(), sys.stdout.line_buffering, sys.stdout.write_through, flush=True)
        sys.stdout.buffer.write(b"\\xff\\xfe\\n")
        sys.stdout.reconfigure(encoding="utf-16")
        print("x")
        """,
    "a closed stream": "import sys\nprint('a')\nsys.stdout.close()\nx = 1\nprint('b')\n",
    "a fork": """
        import os
        print("before", flush=True)
        pid = os.fork()
        if pid == 0:
            for i in range(3): x = [i]
            print("child", flush=True)
            os._exit(3)
        print("parent", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """,
    "a process of its own": """
        import subprocess, sys
        code = "import os, sys; print(sys.path[1:], sorted(os.environ), sorted(sys.modules))"
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
        """,
    "a pool of processes": """
        import multiprocessing
        def square(n): return n * n
        if __name__ == "__main__":
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                print(pool.map(square, [1, 2, 3]))
        """,
    "settrace of its own": """
        import sys
        def trace(frame, event, argument):
            if frame.f_code.co_name == "f": print(event, frame.f_lineno, argument)
            return trace
        def f(n):
            for i in range(n): n += i
            return n
        sys.settrace(trace)
        f(2)
        sys.settrace(None)
        sys.setprofile(lambda frame, event, argument: None)
        f(1)
        sys.setprofile(None)
        """,
    "context, signals and time": """
        import contextvars, signal, sys, locale, threading, tempfile, os
        print(list(contextvars.copy_context()), signal.getsignal(signal.SIGINT))
        print([signal.getsignal(n) for n in (1, 13, 15, 17)], signal.pthread_sigmask(0, []))
        print(len(threading.enumerate()), threading.stack_size(), locale.setlocale(locale.LC_ALL))
        print(sys.intern("abc") is "abc", sys.getallocatedblocks() > 0, os.getcwd())
        """,
    "interned strings": """
        import sys
        print([sys._is_interned(n) for n in ("watch_" + str(1), "serial" + "s"[:1], "tracker"[:])])
        names = ["".join(["seri", "als"]), "".join(["enco", "der"]), "".join(["wi", "re"])]
        print([sys.getrefcount(name) for name in names], [sys._is_immortal(n) for n in names]
              if hasattr(sys, "_is_immortal") else None)
        """,
    "caches of types": """
        class A:
            def __init__(self): self.x = 1
        a = A()
        b = A()
        print(a.__sizeof__(), b.__sizeof__(), a.__dict__, b.__dict__ == {"x": 1})
        import sys
        c = A()
        for name in "pqrstuvwxyz": setattr(c, name, 1)
        print(sys.getsizeof(c), sys.getsizeof(c.__dict__), sys.getsizeof(A().__dict__))
        s = "ascii" * 3
        u = "한글" * 3
        size = sys.getsizeof(u)
        print(size, sys.getsizeof(s), hash(s) == hash("ascii" * 3))
        """,
}


OF_ENGINE = ("counts of the collector", "objects that the collector has")
"""Facts that the Python recorder does not promise."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.needs_core] if name in OF_ENGINE else [])
        for name in PROGRAMS
    ],
)
def test_output_and_exit_code_are_those_of_a_plain_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    program = write_program(tmp_path, PROGRAMS[name])
    plain = run_plainly(program, "an argument", "-x")
    recorded = record(program, "an argument", "-x")
    assert recorded.plainly == plain
    assert recorded.end.reason is not EndReason.RECORDER_FAILED
    assert len(recorded.moments) > 1


def test_text_and_bytes_come_in_the_order_in_which_the_program_wrote_them(tmp_path: Path) -> None:
    text = """
        import sys
        print("text")
        sys.stdout.buffer.write(b"bytes\\n")
        print("and text")
        """
    recorded = record(write_program(tmp_path, text))
    assert recorded.stdout == "text\nbytes\nand text\n"


@pytest.mark.needs_core
def test_descriptors_that_all_classes_share_have_the_counts_of_a_plain_run(tmp_path: Path) -> None:
    source = """
    from sys import getrefcount
    class A: pass
    for name in ("__dict__", "__weakref__"):
        print(name, getrefcount(A.__dict__[name]))
    """
    program = write_program(tmp_path, source)
    assert record(program).plainly == run_plainly(program)


@pytest.mark.needs_core
def test_the_classes_that_there_are_are_those_of_a_plain_run(tmp_path: Path) -> None:
    source = """
    def tree(cls):
        for one in type.__subclasses__(cls):
            if one.__module__ != "ast":  # made where anything was compiled for the first time
                print(one.__module__, one.__qualname__)
                if one is not type:
                    tree(one)
    tree(object)
    import ctypes, decimal
    tree(Exception)
    """
    program = write_program(tmp_path, source)
    assert record(program).plainly == run_plainly(program)
