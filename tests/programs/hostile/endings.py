"""Ways to end, most of them without a word to anybody."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

EXITED, KILLED, UNCAUGHT = EndReason.EXITED, EndReason.KILLED, EndReason.UNCAUGHT

PROGRAMS = (
    Hostile(
        "a null pointer is read",
        """
        import ctypes
        print("before", flush=True)
        ctypes.string_at(0)  # the end
        print("never")
        """,
        KILLED,
    ),
    Hostile(
        "the stack overflows in C",
        """
        import threading
        exec("nest = []\\nfor i in range(1500): nest = [nest]")
        threading.stack_size(65536)
        def f():
            repr(nest)  # the end
        print("before", flush=True)
        thread = threading.Thread(target=f)
        thread.start(); thread.join()
        """,
        KILLED,
    ),
    Hostile(
        "a kill by its own hand",
        """
        import os, signal
        def f(n):
            if n == 0:
                os.kill(os.getpid(), signal.SIGKILL)  # the end
            return f(n - 1)
        print("before", flush=True)
        f(3)
        """,
        KILLED,
    ),
    Hostile(
        "aborted",
        """
        import os
        print("before", flush=True)
        os.abort()  # the end
        """,
        KILLED,
    ),
    Hostile(
        "aborted in another thread",
        """
        import os, threading
        print("before", flush=True)
        thread = threading.Thread(target=lambda: os.abort())  # the end
        thread.start(); thread.join()
        """,
        KILLED,
    ),
    Hostile(
        "a fatal error of the interpreter",
        """
        import ctypes
        print("before", flush=True)
        ctypes.pythonapi.Py_FatalError.argtypes = [ctypes.c_char_p]
        ctypes.pythonapi.Py_FatalError(b"words")  # the end
        """,
        KILLED,
    ),
    Hostile(
        "faulthandler speaks at a segfault",
        """
        import faulthandler, ctypes
        faulthandler.enable()
        def f(): ctypes.string_at(0)  # the end
        f()
        """,
        KILLED,
    ),
    Hostile(
        "a bus error",
        """
        import mmap, os, tempfile
        file = tempfile.TemporaryFile()
        file.truncate(8192)
        view = mmap.mmap(file.fileno(), 8192)
        file.truncate(0)
        print("before", flush=True)
        view[5000]  # the end
        """,
        KILLED,
    ),
    Hostile(
        "divided by zero in C",
        """
        import os, signal
        print("before", flush=True)
        signal.raise_signal(signal.SIGFPE)  # the end
        """,
        KILLED,
    ),
    Hostile(
        "an alarm that nobody awaits",
        """
        import signal
        signal.setitimer(signal.ITIMER_REAL, 0.05); signal.pause()  # the end
        """,
        KILLED,
    ),
    Hostile(
        "too much processor time",
        """
        import resource
        resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        print("before", flush=True)
        sum(range(10 ** 12))  # the end
        """,
        KILLED,
        is_long=True,
    ),
    Hostile("hard exit", "import os\nprint('x', flush=True)\nos._exit(3)  # the end\n", EXITED),
    Hostile("hard exit 256", "import os\nos._exit(256)  # the end\n", EXITED),
    Hostile("hard exit below zero", "import os\nos._exit(-1)  # the end\n", EXITED),
    Hostile(
        "hard exit in another thread",
        """
        import os, threading
        def f():
            os._exit(9)  # the end
        thread = threading.Thread(target=f)
        thread.start(); thread.join()
        """,
        EXITED,
    ),
    Hostile(
        "hard exit of C's own",
        """
        import ctypes
        print("before", flush=True)
        ctypes.CDLL(None).exit(4)  # the end
        """,
        EXITED,
    ),
    Hostile("exit", "import sys\nsys.exit()  # the end\n", EXITED),
    Hostile("exit None", "import sys\nsys.exit(None)  # the end\n", EXITED),
    Hostile("exit True", "import sys\nsys.exit(True)  # the end\n", EXITED),
    Hostile("exit 2.5", "import sys\nsys.exit(2.5)  # the end\n", EXITED),
    Hostile("exit with words", "import sys\nsys.exit('낱말 \\udc80')  # the end\n", EXITED),
    Hostile("exit with a list", "import sys\nsys.exit([1, (2,)])  # the end\n", EXITED),
    Hostile("exit 2 ** 70", "import sys\nsys.exit(2 ** 70)  # the end\n", EXITED),
    Hostile("exit -1", "import sys\nsys.exit(-1)  # the end\n", EXITED),
    Hostile("exit 1000", "import sys\nsys.exit(1000)  # the end\n", EXITED),
    Hostile("quit", "print('x')\nquit(6)  # the end\n", EXITED),
    Hostile(
        "exit with a class of its own",
        """
        class Leave(SystemExit):
            @property
            def code(self):
                print("code")
                return 7
            def __str__(self): print("str"); return "s"
            def __getattribute__(self, name): 
                print("get", name)
                return super().__getattribute__(name)  # the end
        raise Leave(1)
        """,
        EXITED,
    ),
    Hostile(
        "exit in a function with finally",
        """
        import sys
        def f():
            try: sys.exit(3)
            finally: print("finally")
        try: f()
        except SystemExit as left: print("caught", left.code); raise
        finally: print("outer")  # the end
        """,
        EXITED,
    ),
    Hostile(
        "exit in another thread",
        """
        import sys, threading
        def f(): sys.exit(5)
        thread = threading.Thread(target=f); thread.start(); thread.join()
        print("goes on")
        """,
    ),
    Hostile("uncaught", "def f(): return 1 / 0  # the end\nf()\n", UNCAUGHT),
    Hostile("uncaught with a note", "e = ValueError('x'); e.add_note('a\\nb')\nraise e  # the end\n", UNCAUGHT),
    Hostile("generator exit", "raise GeneratorExit(1)  # the end\n", UNCAUGHT),
    Hostile("a group", "raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2)])])  # the end\n", UNCAUGHT),
    Hostile(
        "uncaught with a text that cannot be had",
        """
        class Bad(Exception):
            def __str__(self): raise ValueError("no text")  # the end
            def __repr__(self): raise ValueError("no text")
        raise Bad([1])
        """,
        UNCAUGHT,
    ),
    Hostile(
        "uncaught out of a chain",
        """
        def f(n):
            try: raise ValueError(n)
            except ValueError as error:
                if n: f(n - 1)
                raise KeyError(n) from error  # the end
        f(5)
        """,
        UNCAUGHT,
    ),
    Hostile(
        "a signal as if by Ctrl+C",
        """
        import os, signal
        def f():
            os.kill(os.getpid(), signal.SIGINT)  # the end
        f()
        x = 1
        y = 2
        """,
        UNCAUGHT,
    ),
    Hostile(
        "Ctrl+C is caught",
        """
        import os, signal
        try:
            os.kill(os.getpid(), signal.SIGINT)
            while True: pass
        except KeyboardInterrupt: print("caught")
        """,
    ),
    Hostile(
        "a handler that raises",
        """
        import signal
        class Rang(Exception): pass
        def ring(number, frame): raise Rang(number)
        signal.signal(signal.SIGALRM, ring)
        for i in range(5):
            try:
                signal.setitimer(signal.ITIMER_REAL, 0.003)
                while True:
                    x = [i]
            except Rang as error: print(error, i)
        """,
    ),
    Hostile(
        "a handler that raises into loops of one line",
        """
        import signal
        class Rang(Exception): pass
        def ring(number, frame): raise Rang(number)
        signal.signal(signal.SIGALRM, ring)
        def f(i):
            try:
                signal.setitimer(signal.ITIMER_REAL, 0.002)
                while True: name = [i]; globals()[f"new{len(name)}"] = name
            except Rang as error: return error.args
            finally: done.append(i)
        done = []
        for i in range(20): print(f(i))
        print(done)
        """,
    ),
    Hostile(
        "a handler that raises as a loop of one line goes round",
        """
        import ctypes, functools, os, signal, sys
        class Rang(Exception): pass
        def ring(number, frame): raise Rang(number)
        signal.signal(signal.SIGUSR1, ring)
        # Nothing looks at signals between this kill and the next tool's callback.
        exec('''class A: __pos__ = staticmethod(functools.partial(ctypes.CDLL(None).kill, os.getpid(), signal.SIGUSR1))
        def jump(code, start, end): +a
        a = A()''')
        def f(i):
            try:
                while True: name = [i]
            except Rang as error: return error.args
            finally: done.append(i)
        done = []
        monitoring = sys.monitoring
        monitoring.use_tool_id(5, "own")
        monitoring.register_callback(5, monitoring.events.JUMP, jump)
        monitoring.set_local_events(5, f.__code__, monitoring.events.JUMP)
        for i in range(3): print(f(i))
        print(done)
        """,
    ),
    Hostile(
        "handlers that count",
        """
        import signal, os
        seen = []
        signal.signal(signal.SIGUSR1, lambda number, frame: seen.append((number, frame.f_lineno > 0)))
        for i in range(20): os.kill(os.getpid(), signal.SIGUSR1)
        print(len(seen), seen[0])
        print(signal.sigtimedwait([signal.SIGUSR2], 0))
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        os.kill(os.getpid(), signal.SIGUSR1)
        print(signal.sigpending())
        """,
    ),
    Hostile(
        "a wakeup descriptor",
        """
        import os, signal
        r, w = os.pipe(); os.set_blocking(w, False)
        signal.set_wakeup_fd(w)
        signal.signal(signal.SIGUSR1, lambda *a: None)
        signal.raise_signal(signal.SIGUSR1)
        print(os.read(r, 10), signal.set_wakeup_fd(-1) == w)
        """,
    ),
    Hostile(
        "no memory",
        """
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        try: x = bytearray(1 << 31)
        except MemoryError: print("none")
        x = [0] * (1 << 31)  # the end
        """,
        UNCAUGHT,
    ),
    Hostile(
        "no memory for anything",
        """
        import resource
        size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + 30_000_000,) * 2)
        kept = []
        try:
            while True: kept.append(bytes(300_000))
        except MemoryError:
            kept.clear()
            print("full")
        x = [1]
        """,
    ),
    Hostile(
        "no memory down to small blocks",
        """
        import resource
        size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + 30_000_000,) * 2)
        kept, block = [], 300_000
        while block > 2000:
            try:
                while True: kept.append(bytes(block))
            except MemoryError:
                block //= 10
        kept.clear()
        print("full")
        x = [1]
        """,
    ),
    Hostile(
        "recursion without end",
        """
        import sys
        sys.setrecursionlimit(120)
        def f(n): return f(n + 1)
        sys.excepthook = lambda kind, error, traceback: print(kind, error)  # the end
        f(0)
        """,
        UNCAUGHT,
    ),
    Hostile(
        "recursion far beyond the usual limit",
        """
        import sys
        sys.setrecursionlimit(3000)
        exec("def descend(n, f): return f() if n == 0 else descend(n - 1, f)")
        deepest = 0
        def f(n):
            global deepest
            deepest = n
            f(n + 1)
        def g():
            try: f(0)
            except RecursionError as error: print(error)
        descend(2900, g)
        print(sys.getrecursionlimit(), 80 < deepest < 100)
        """,
    ),
    Hostile(
        "recursion in C",
        """
        exec("nest = []\\nfor i in range(20_000): nest = [nest]")
        try: repr(nest)
        except RecursionError as error: print(error)
        try: nest == [nest]
        except RecursionError as error: print(error)
        class A:
            def __repr__(self): return repr(self)
        del nest
        exec("def f():\\n try: repr(A())\\n except RecursionError as error: print(error)")
        f()
        """,
        is_long=True,
    ),
    Hostile(
        "it becomes another program",
        """
        import os, sys
        print("before", flush=True)
        os.execv(sys.executable, [sys.executable, "-c", "import os; print(sorted(os.environ)); os._exit(8)"])  # the end
        """,
        EXITED,
    ),
    Hostile(
        "it becomes itself once",
        """
        import os, sys
        print("run", len(sys.argv), sys.path[1:], "sitecustomize" in sys.modules, flush=True)
        if len(sys.argv) < 3: os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:], "again"])  # the end
        raise SystemExit(2)
        """,
        EXITED,
    ),
    Hostile(
        "what is registered for the end ends it",
        """
        import atexit, os
        def end():
            os._exit(7)  # the end
        atexit.register(end)
        print("last line", flush=True)
        """,
    ),
    Hostile(
        "handlers at exit",
        """
        import atexit, sys
        @atexit.register
        def first():
            print("first", sys.exc_info(), flush=True)  # the end
        @atexit.register
        def second(): raise ValueError("in a handler")
        @atexit.register
        def third(): atexit.register(print, "registered late")
        @atexit.register
        def fourth(): sys.exit(4)
        print("last line")
        """,
    ),
    Hostile(
        "threads at exit",
        """
        import threading, time
        go = threading.Event()
        def late():
            main.join()
            for i in range(3): print("late", i)
            print("last")  # the end
        def forever():
            go.wait()
            while True: time.sleep(100)
        main = threading.main_thread()
        threading.Thread(target=forever, daemon=True).start()
        threading.Thread(target=late).start()
        print("main is over", flush=True)
        """,
    ),
    Hostile(
        "a busy daemon thread at exit",
        """
        import threading
        exec("def spin():\\n while True: pass")
        threading.Thread(target=spin, daemon=True).start()
        print("main is over")
        """,
    ),
    Hostile(
        "an uncaught exception in a thread",
        """
        import threading
        def f(): raise ValueError("in a thread")
        thread = threading.Thread(target=f, name="T"); thread.start(); thread.join()
        threading.excepthook = lambda details: print("hook", details.exc_type.__name__, details.thread.name)
        thread = threading.Thread(target=f, name="U"); thread.start(); thread.join()
        """,
    ),
)
