"""The interpreter's own parts, replaced, mutated or used to watch in turn."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

EXITED, UNCAUGHT = EndReason.EXITED, EndReason.UNCAUGHT
RECORDER_FAILED = EndReason.RECORDER_FAILED

PROGRAMS = (
    Hostile(
        "builtins that raise",
        """
        import builtins, os
        def trap(*arguments, **named): raise SystemExit(99)
        keep, kept = print, dict(vars(builtins))
        vars(builtins).update(dict.fromkeys((n for n in kept if n[0] != "_" and n != "SystemExit"), trap))
        x = [1]
        def f(): return {"a": x}
        y = f()
        class A: pass
        a = A(); a.b = a
        kept["vars"](builtins).update(kept)
        keep("end")
        """,
    ),
    Hostile(
        "builtins taken away",
        """
        import builtins
        out, build = print, __build_class__
        vars(builtins).clear()
        x = [1]
        def f(): return {"a": x}
        y = f()
        del x
        out("end")
        """,
    ),
    Hostile(
        "__builtins__ another's",
        """
        kept = print
        __builtins__ = {"len": 5}
        x = [1]
        def f(): return x
        kept(f(), len)
        exec("y = [len]", {"__builtins__": {"len": 7}})
        del __builtins__
        z = [x]
        """,
    ),
    Hostile(
        "no modules",
        """
        import sys
        sys.modules.clear()
        x = [1]
        def f(): return {1: x}
        y = f()
        sys.path.clear(); sys.meta_path.clear(); sys.path_hooks.clear(); sys.path_importer_cache.clear()
        try: import json
        except ImportError: print("none")
        z = [y]
        """,
    ),
    Hostile(
        "sys.modules another's",
        """
        import sys
        class Modules(dict):
            def get(self, name, default=None): print("get", name); return default
            def __getitem__(self, name): print("item", name); return dict.__getitem__(self, name)
        kept = sys.modules
        sys.modules = Modules(kept)
        x = [1]
        y = {1: x}
        sys.modules = kept
        main = sys.modules.pop("__main__")
        z = [x]
        sys.modules["__main__"] = 5
        w = [z]
        sys.modules["__main__"] = main
        """,
    ),
    Hostile(
        "modules emptied",
        """
        import sys, gc, os, time, _thread, threading, io, opcode, struct, traceback
        out = print
        for module in (gc, os, time, threading, io, opcode, struct, traceback, sys.monitoring):
            vars(module).clear()
        x = [1]
        def f(): return {1: x}
        y = f()
        for name in ("_getframe", "exception", "getrefcount", "getsizeof", "monitoring", "modules", "_current_frames", "version"):
            delattr(sys, name)
        z = [y]
        out("end", flush=True)
        """,
    ),
    Hostile(
        "the library of paths replaced",
        """
        import builtins, genericpath, os, posixpath
        keep, make, run, kept = print, compile, exec, dict(vars(builtins))
        def trap(*arguments, **named): raise SystemExit(99)
        for module in (genericpath, posixpath):
            vars(module).update(dict.fromkeys((n for n in vars(module) if n[0] != "_"), trap))
        for name in ("lstat", "readlink", "stat", "fspath", "getcwd", "sep"): setattr(os, name, trap)
        for name in ("len", "isinstance", "any", "str", "bytes", "tuple"): setattr(builtins, name, trap)
        class Text(kept["str"]):
            def __getitem__(self, at): raise SystemExit(98)
            __len__ = __hash__ = __eq__ = startswith = split = __getitem__
        run(make("x = [1]\\ny = [x]", "sub/../other.py", "exec"))
        code = make("z = [1]\\nw = [z]", "more.py", "exec")
        run(code.replace(co_filename=Text("even_more.py")))
        builtins.__dict__.update(kept)
        keep("end")
        """,
    ),
    Hostile(
        "threading's own tables replaced",
        """
        import threading, enum
        threading.current_thread().__dict__["_name"] = [1]
        kept = threading._active
        threading._active = None
        x = [1]
        class E(enum.Enum): A = 1; B = [2]
        y = E.A
        threading._active = {threading.get_ident(): 5}
        z = [y]
        threading._active = kept
        """,
    ),
    Hostile(
        "every tool of monitoring taken",
        """
        import sys
        m = sys.monitoring
        for n in range(6):
            if m.get_tool(n) is None: m.use_tool_id(n, f"tool {n}")
        events = []
        m.register_callback(1, m.events.LINE, lambda code, line: events.append(line))
        m.set_events(1, m.events.LINE)
        x = [1]
        y = [x]
        m.set_events(1, 0)
        print(events)
        """,
    ),
    Hostile(
        "every tool of monitoring freed",
        """
        import sys
        m = sys.monitoring
        x = [1]
        for n in range(6):
            m.set_events(n, 0) if m.get_tool(n) else None  # the end
            m.free_tool_id(n)
            m.use_tool_id(n, "mine")
        def f(): return [x]
        y = f()
        print(y)
        """,
        RECORDER_FAILED,
    ),
    Hostile(
        "a local tool that switches itself off",
        """
        import sys
        m = sys.monitoring
        def f(n):
            for i in range(n):
                x = [i]
            return x
        m.use_tool_id(2, "mine")
        seen = []
        def line(code, number): seen.append(number); return m.DISABLE
        m.register_callback(2, m.events.LINE, line)
        m.set_local_events(2, f.__code__, m.events.LINE)
        f(3)
        m.restart_events()
        f(3)
        m.free_tool_id(2)
        print(len(seen))
        """,
    ),
    Hostile(
        "settrace and setprofile in every thread",
        """
        import sys, threading
        calls = []
        def trace(frame, event, argument):
            if frame.f_code.co_name == "f": calls.append((event, frame.f_lineno))
            return trace
        def f(n): return [n]
        threading.settrace(trace); threading.setprofile(lambda *a: None)
        thread = threading.Thread(target=f, args=(1,)); thread.start(); thread.join()
        threading.settrace_all_threads(trace)
        f(2)
        sys.settrace(None); threading.settrace_all_threads(None); threading.setprofile_all_threads(None)
        print(calls)
        """,
    ),
    Hostile(
        "a trace function that raises",
        """
        import sys
        def f():
            x = [1]
            return x
        def trace(frame, event, argument):
            if frame.f_code.co_name == "f" and event == "line": raise ValueError("traced")
            return trace
        sys.settrace(trace)
        try: f()
        except ValueError as error: print(error, sys.gettrace())
        """,
    ),
    Hostile(
        "bdb steps",
        """
        import bdb
        class Debugger(bdb.Bdb):
            def user_line(self, frame):
                if frame.f_code.co_name == "f": print("line", frame.f_lineno)
                self.set_step()
        def f(n):
            for i in range(n): n = [n]
            return n
        print(Debugger().runcall(f, 2))
        """,
    ),
    Hostile(
        "cProfile and trace",
        """
        import cProfile, pstats, io
        def f(n): return [n] * n
        profile = cProfile.Profile()
        profile.enable()
        for i in range(5): f(i)
        profile.disable()
        print([entry.callcount for entry in profile.getstats() if "f" == getattr(entry.code, "co_name", "")])
        """,
    ),
    Hostile(
        "the collector frozen, off and on",
        """
        import gc
        class A: pass
        def ring():
            a = A(); a.a = a
        gc.freeze(); print(gc.get_freeze_count() > 1000)
        ring(); x = [1]; ring()
        print(gc.collect())
        gc.unfreeze()
        gc.disable(); ring(); y = [x]; print(gc.isenabled(), gc.collect())
        gc.enable()
        gc.set_threshold(1, 1, 1)
        for i in range(20): ring(); z = [i]
        gc.set_threshold(0)
        print(gc.isenabled(), gc.garbage, gc.get_threshold())
        """,
    ),
    Hostile(
        "the collector that keeps what it finds",
        """
        import gc
        gc.collect()
        gc.set_debug(gc.DEBUG_SAVEALL)
        class A:
            def __del__(self): print("del")
        a = A(); a.a = a
        del a
        print(gc.collect())
        print([type(o).__name__ for o in gc.garbage if type(o).__name__ == "A"])
        gc.set_debug(0)
        gc.garbage.clear()
        print(gc.collect() > 0)
        """,
    ),
    Hostile(
        "callbacks of the collector",
        """
        import gc
        gc.collect()
        class A: pass
        def called(phase, details):
            x = [phase]
            print(phase, details["generation"], details["collected"])
        gc.callbacks.append(called)
        a = A(); a.a = a; del a
        gc.collect()
        def bad(phase, details): raise ValueError(phase)
        gc.callbacks[:] = [bad]
        gc.collect()
        gc.callbacks.clear()
        """,
    ),
    Hostile(
        "audit hooks",
        """
        import sys
        seen = set()
        def hook(event, arguments):
            if event in ("open", "import", "compile", "exec", "os.system", "builtins.input", "code.__new__"): seen.add(event)
        sys.addaudithook(hook)
        x = [1]
        exec("y = 1")
        open(__file__).close()
        class A: pass
        a = A(); a.x = [a]
        d = {1: a}
        print(sorted(seen))
        """,
    ),
    Hostile(
        "an audit hook that forbids",
        """
        import sys
        def hook(event, arguments):
            if forbid and event in forbid: raise PermissionError(event)
        forbid = ()
        sys.addaudithook(hook)
        forbid = ("open", "import", "os.fork", "socket.connect")
        x = [1]
        try: open(__file__)
        except PermissionError as error: print(error)
        y = {1: x}
        forbid = ()
        """,
    ),
    Hostile(
        "hooks for imports",
        """
        import sys, builtins
        sys.dont_write_bytecode = True  # else the first run of all writes that of colorsys
        class Finder:
            @staticmethod
            def find_spec(name, path=None, target=None): print("find", name)
        sys.meta_path.insert(0, Finder)
        real = builtins.__import__
        def importing(name, *rest): print("import", name); return real(name, *rest)
        builtins.__import__ = importing
        x = [1]
        import colorsys
        sys.path_hooks.insert(0, lambda path: print("path") or 1 / 0)
        y = [x]
        """,
    ),
    Hostile(
        "every hook of sys",
        """
        import sys, threading
        sys.excepthook = lambda kind, error, traceback: print("except", kind.__name__, error)  # the end
        sys.unraisablehook = lambda details: print("unraisable", details.exc_type.__name__)
        threading.excepthook = lambda details: print("thread", details.exc_type.__name__)
        sys.displayhook = lambda value: print("display", value)
        class A:
            def __del__(self): raise KeyError(1)
        a = A()
        del a
        exec(compile("[1]", "x", "single"))
        thread = threading.Thread(target=lambda: 1 / 0); thread.start(); thread.join()
        raise ValueError("main")
        """,
        UNCAUGHT,
    ),
    Hostile("an excepthook that raises", "import sys\ndef hook(*details): raise KeyError(2)  # the end\nsys.excepthook = hook\nraise ValueError(1)\n", UNCAUGHT),
    Hostile("an excepthook that ends it", "import sys, os\ndef hook(*details): os._exit(9)  # the end\nsys.excepthook = hook\nraise ValueError(1)\n", UNCAUGHT),
    Hostile("no excepthook", "import sys\ndel sys.excepthook\nraise ValueError(1)  # the end\n", UNCAUGHT),
    Hostile("no standard error to complain to", "import sys\nsys.stderr = None\nraise ValueError(1)  # the end\n", UNCAUGHT),
    Hostile(
        "switches at every instruction",
        """
        import sys, threading
        sys.setswitchinterval(1e-6)
        total = [0]
        lock = threading.Lock()
        def add():
            for i in range(200):
                with lock: total[0] += 1
        threads = [threading.Thread(target=add) for n in range(3)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(total, sys.getswitchinterval())
        """,
    ),
    Hostile(
        "switches never",
        """
        import sys, threading
        sys.setswitchinterval(1000)
        def f(n): return [n] * n
        threads = [threading.Thread(target=f, args=(n,)) for n in range(3)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print("end")
        """,
    ),
    Hostile(
        "pdb stops at its line",
        """
        import io, pdb, sys
        commands = io.StringIO("p twice\\nn\\np more\\nu\\nc\\np number\\nc\\np text\\nc\\n")
        def f(number):
            twice = number * 2
            pdb.Pdb(stdin=commands, stdout=sys.stdout, nosigint=True).set_trace()
            more = twice + 1
            return more
        sys.breakpointhook = pdb.Pdb(stdin=commands, stdout=sys.stdout, nosigint=True).set_trace
        print(f(4))
        def g(number):
            breakpoint()
            return number
        print(g(5))
        exec("def h(text):\\n    breakpoint()\\n    return text\\n")
        print(h("a"))
        """,
    ),
    Hostile(
        "tracemalloc",
        """
        import tracemalloc
        tracemalloc.start(5)
        x = [bytes(1000) for i in range(5)]
        y = {1: x}
        snapshot = tracemalloc.take_snapshot()
        print(tracemalloc.get_object_traceback(x[0])[-1].lineno)
        del snapshot
        tracemalloc.stop()
        """,
    ),
    Hostile(
        "faulthandler writes and waits",
        """
        import faulthandler, sys
        faulthandler.enable()
        faulthandler.dump_traceback_later(100)
        x = [1]
        def f(): faulthandler.dump_traceback(sys.stdout, all_threads=False)
        f()
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()
        """,
    ),
    Hostile(
        "no more threads",
        """
        import threading, _thread
        def fail(*rest, **more): raise RuntimeError("can't start new thread")
        _thread.start_new_thread = threading._start_joinable_thread = fail
        try: threading.Thread(target=print).start()
        except RuntimeError as error: print(error)
        x = [1]
        """,
    ),
    Hostile(
        "threads on the smallest stacks",
        """
        import threading
        threading.stack_size(32768)
        def f(n, d):
            x = {n: [n]}
            return f(n - 1, d) if n else len(x)
        threads = [threading.Thread(target=f, args=(10, {})) for n in range(2)]
        for thread in threads: thread.start(); thread.join()
        print("end")
        """,
    ),
    Hostile(
        "raw threads",
        """
        import _thread
        done = _thread.allocate_lock(); done.acquire()
        def f(n):
            x = [n]
            if n == 2: raise SystemExit
            done.release()
        _thread.start_new_thread(f, (1,))
        done.acquire()
        _thread.start_new_thread(f, (2,))
        handle = _thread.start_joinable_thread(lambda: None)
        handle.join()
        print("end")
        """,
    ),
    Hostile(
        "an exception thrown into a thread from outside",
        """
        import ctypes, threading
        class Thrown(BaseException): pass
        ready = threading.Event()
        def f():
            try:
                ready.set()
                while True: x = [1]
            except Thrown: print("thrown")
        thread = threading.Thread(target=f); thread.start(); ready.wait()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Thrown))
        thread.join()
        print("joined")
        """,
    ),
    Hostile(
        "interpreters beside this one",
        """
        import _interpreters
        other = _interpreters.create()
        x = [1]
        print(_interpreters.run_string(other, "y = [1]\\nprint(y, flush=True)"))
        z = [x]
        _interpreters.destroy(other)
        """,
    ),
    Hostile(
        "interpreters beside this one, in threads",
        """
        import _interpreters, threading
        turn = threading.Lock()
        def work(n):
            own = _interpreters.create()
            with turn:
                _interpreters.run_string(own, f"for k in range(2000): x = [{n}]")
            _interpreters.destroy(own)
        threads = [threading.Thread(target=work, args=[n]) for n in range(3)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        x = [1]
        """,
    ),
    Hostile(
        "asyncio with signals and threads",
        """
        import asyncio, signal, os
        async def tick(n):
            for i in range(n): await asyncio.sleep(0)
            return [n]
        async def main():
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGUSR1, lambda: print("signal"))
            os.kill(os.getpid(), signal.SIGUSR1)
            print(await asyncio.gather(tick(3), tick(2), asyncio.to_thread(len, [1])))
            task = asyncio.create_task(tick(100)); await asyncio.sleep(0); task.cancel()
            try: await task
            except asyncio.CancelledError: print("cancelled")
        asyncio.run(main())
        """,
    ),
    Hostile(
        "warnings made errors",
        """
        import warnings, sys
        warnings.simplefilter("error")
        sys.warnoptions.append("error")
        x = [1]
        def f(): return open(__file__)
        f()
        try: warnings.warn("w")
        except UserWarning as error: print(error)
        """,
    ),
    Hostile(
        "limits of ints and of recursion",
        """
        import sys
        sys.set_int_max_str_digits(640)
        x = 10 ** 5000
        y = [x]
        try: str(x)
        except ValueError as error: print(error)
        sys.setrecursionlimit(50)
        z = {1: x}
        def f(n): return n and f(n - 1)
        print(f(20))
        sys.set_int_max_str_digits(0)
        w = 10 ** 20_000
        """,
    ),
    Hostile(
        "names of the recorder used by the program",
        """
        import sys, types
        visualizer = types.ModuleType("visualizer")
        sys.modules["visualizer"] = sys.modules["visualizer.recorder"] = visualizer
        sys.modules["sitecustomize"] = visualizer
        x = [visualizer]
        def _take(self): raise SystemExit(5)
        on_line = on_start = _take
        print("end")
        """,
    ),
)
