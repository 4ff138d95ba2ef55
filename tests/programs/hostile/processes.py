"""Processes, descriptors and streams."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

EXITED, KILLED, UNCAUGHT = EndReason.EXITED, EndReason.KILLED, EndReason.UNCAUGHT

PROGRAMS = (
    Hostile(
        "a forked child that works on",
        """
        import os
        print("before", flush=True)
        pid = os.fork()
        if pid == 0:
            def f(n): return [n] * n
            for i in range(200): x = f(i)
            raise SystemExit(6)
        print("parent", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """,
    ),
    Hostile(
        "a child that outlives its parent",
        """
        import os
        r, w = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(w)
            os.read(r, 1)
            for i in range(50): x = {i: [i]}
            os._exit(0)
        y = [1]
        os._exit(3)  # the end
        """,
        EXITED,
    ),
    Hostile(
        "forks of forks",
        """
        import os
        depth = 0
        while depth < 4 and os.fork() == 0: depth += 1
        x = [depth]
        try: os.wait()
        except ChildProcessError: pass
        print("depth", depth, flush=True)
        if depth: os._exit(depth)
        """,
    ),
    Hostile(
        "a fork in another thread",
        """
        import os, threading, warnings
        def f():
            pid = os.fork()
            if pid == 0:
                x = [1]
                os._exit(threading.active_count())
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        warnings.simplefilter("ignore")
        thread = threading.Thread(target=f)
        thread.start()
        thread.join()
        """,
    ),
    Hostile(
        "handlers of a fork",
        """
        import os
        os.register_at_fork(before=lambda: print("before", flush=True),
                            after_in_parent=lambda: print("parent", flush=True),
                            after_in_child=lambda: os.write(w, b"child"))
        r, w = os.pipe()
        pid = os.fork()
        if pid == 0: os._exit(0)
        os.waitpid(pid, 0)
        print(os.read(r, 10))
        """,
    ),
    Hostile(
        "a pseudo-terminal's fork",
        """
        import os, pty
        pid, terminal = pty.fork()
        if pid == 0:
            os.write(1, b"child")
            os._exit(os.isatty(1))
        print(os.read(terminal, 100))
        print(os.waitpid(pid, 0)[1])
        """,
    ),
    *(
        Hostile(
            f"processes started by {method}",
            f"""
            import multiprocessing, os
            def work(n, queue):
                x = [n]
                queue.put((n * n, "VISUALIZER_SPOOL" in os.environ))
            if __name__ == "__main__":
                context = multiprocessing.get_context("{method}")
                queue = context.SimpleQueue()
                processes = [context.Process(target=work, args=(n, queue)) for n in range(2)]
                for process in processes: process.start()
                for process in processes: process.join()
                print(sorted(queue.get() for process in processes))
            """,
        )
        for method in ("fork", "spawn", "forkserver")
    ),
    Hostile(
        "a pool that maps",
        """
        from concurrent.futures import ProcessPoolExecutor
        import multiprocessing
        def square(n): return n * n
        if __name__ == "__main__":
            with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
                print(list(pool.map(square, range(5))))
        """,
    ),
    Hostile(
        "a shell's commands",
        """
        import os, subprocess, sys
        os.system("echo from a shell; ls /proc/self/fd | wc -l")
        print("first", flush=True)
        print(subprocess.check_output(["sh", "-c", "echo $PYTHONPATH $VISUALIZER_SPOOL; exit 0"]), flush=True)
        print(subprocess.run([sys.executable, "-c", "raise SystemExit(3)"]).returncode, flush=True)
        child = subprocess.Popen(["sleep", "100"]); child.kill(); print(child.wait(), flush=True)
        pid = os.posix_spawn("/bin/echo", ["echo", "spawned"], os.environ)
        os.waitpid(pid, 0)
        """,
    ),
    Hostile(
        "standard output's descriptor closed",
        """
        import os
        print("before", flush=True)
        os.close(1)
        x = [1]
        try: os.write(1, b"x")
        except OSError as error: print(error, file=__import__("sys").stderr)
        y = [x]
        """,
    ),
    Hostile("standard error's closed", "import os\nos.close(2)\nx = [1]\ny = {1: x}\nprint(x, y)\n1 / 0  # the end\n", UNCAUGHT),
    Hostile("standard input's closed", "import os\nos.close(0)\nx = [1]\ntry: input()\nexcept OSError as error: print(error)\n"),
    Hostile(
        "everything above two closed",
        """
        import os
        x = [1]
        os.closerange(3, 100_000)
        y = [x]
        for i in range(5): x.append(i)
        print(open(__file__).fileno())
        print("end")
        """,
    ),
    Hostile(
        "every descriptor closed",
        """
        import os
        print("before", flush=True)
        os.closerange(0, 100_000)
        x = [1]
        for i in range(5): x.append([i])
        file = open(__file__)
        os._exit(file.fileno())  # the end
        """,
        EXITED,
    ),
    Hostile(
        "descriptors 700 and on used",
        """
        import os
        for n in range(690, 710): os.dup2(0, n)
        x = [1]
        for n in range(690, 710): os.close(n)
        print("fine")
        y = [x]
        """,
    ),
    Hostile(
        "no more descriptors",
        """
        import os, resource
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
        files = []
        try:
            while True: files.append(os.dup(0))
        except OSError as error: print(len(files), error)
        x = [1]
        """,
    ),
    Hostile(
        "output led elsewhere",
        """
        import os, sys
        print("first", flush=True)
        kept = os.dup(1)
        null = os.open("/dev/null", os.O_WRONLY)
        os.dup2(null, 1)
        print("lost", flush=True)
        x = [1]
        os.dup2(kept, 1)
        print("back", flush=True)
        r, w = os.pipe()
        os.dup2(w, 1)
        print("in a pipe", flush=True)
        os.dup2(kept, 1)
        print(os.read(r, 100))
        """,
    ),
    Hostile("standard output replaced", "import sys, io\nsys.stdout = io.StringIO()\nprint('a')\nx = 1\nsys.__stdout__.write('b')\nsys.stdout = 5\ny = [2]\n"),
    Hostile("standard output closed", "import sys\nprint('a')\nsys.stdout.close()\nx = [1]\ny = [x]\n"),
    Hostile("standard output detached", "import sys\nprint('a')\nraw = sys.stdout.detach()\nx = [1]\nraw.write(b'b')\nraw.flush()\n"),
    Hostile("standard output's buffer detached", "import sys\nprint('a', flush=True)\nraw = sys.stdout.buffer.detach()\nx = [1]\nraw.write(b'b')\n"),
    Hostile("standard output deleted", "import sys\nprint('a')\ndel sys.stdout, sys.__stdout__\nx = [1]\ntry: print('b')\nexcept RuntimeError: pass\n"),
    Hostile(
        "standard output of its own class",
        """
        import sys, io
        class Loud(io.TextIOWrapper):
            def flush(self):
                sys.stderr.write("flush\\n")  # the end
                super().flush()
            def write(self, text):
                sys.stderr.write(f"write {text!r}\\n")
                return super().write(text)
        sys.stdout = sys.__stdout__ = Loud(sys.stdout.detach(), write_through=True)
        x = [1]
        print("a")
        y = [x]
        """,
    ),
    Hostile(
        "a raw stream of its own below",
        """
        import sys, io
        class Raw(io.RawIOBase):
            def writable(self): return True
            def write(self, data):
                sys.stderr.write(f"raw {bytes(data)!r}\\n")
                return len(data)
        sys.stdout = sys.__stdout__ = io.TextIOWrapper(io.BufferedWriter(Raw()))
        print("a")
        x = [1]
        sys.stdout.flush()
        y = [x]
        """,
    ),
    Hostile("output without a newline", "print('a', end='')\nx = [1]\nprint('b', end='')\n"),
    Hostile("half a character at a time", "import sys\nfor byte in '한글'.encode(): sys.stdout.buffer.write(bytes([byte])); sys.stdout.flush()\nx = [1]\n"),
    Hostile("bytes that are no text", "import os\nos.write(1, bytes(range(256)))\nos.write(2, bytes(range(255, -1, -1)))\nx = [1]\n"),
    Hostile("much output on a line", "for i in range(20): print('x' * 200_000)\n"),
    Hostile("standard input at its end", "import sys\nprint(repr(sys.stdin.read()))\nprint(list(sys.stdin))\ntry: input('? ')\nexcept EOFError: print('over')\ninput()  # the end\n", UNCAUGHT),
    Hostile(
        "what is in the way of the lookups of the process",
        """
        import os
        here = os.getcwd()
        os.mkdir("away"); os.chdir("away"); os.rmdir("../away")
        x = [1]
        try: os.getcwd()
        except FileNotFoundError as error: print("gone")
        os.environ.clear()
        os.umask(0o777)
        os.nice(5)
        y = [x]
        print("end")
        """,
    ),
    Hostile(
        "a session of its own",
        """
        import os
        pid = os.fork()
        if pid == 0:
            os.setsid()
            os._exit(0)
        print(os.waitpid(pid, 0)[1])
        os.setpgid(0, 0)
        print(os.getpgid(0) == os.getpid())
        """,
    ),
)
