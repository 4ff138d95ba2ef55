"""Programs whose very text is unusual."""

from tests.recorder.hostile import Hostile
from visualizer.model import EndReason

UNCAUGHT = EndReason.UNCAUGHT
BODY = "# {coding}\nx = 'é가'\ndef f(가):\n    print(len(가), ascii(가))\n    return 가\ny = f(x)\n"

PROGRAMS = (
    Hostile("a byte order mark", b"\xef\xbb\xbfx = [1]\nprint(x)\n"),
    Hostile("latin-1", b"# -*- coding: latin-1 -*-\nx = '\xe9'\nprint(len(x), ascii(x))\nd = {x: x}\n"),
    Hostile("euc-kr", BODY.format(coding="vim: set fileencoding=euc-kr :").replace("é", "").encode("euc-kr")),
    Hostile("cp949 in the second line", b"#!/usr/bin/python\n" + BODY.format(coding="coding: cp949").replace("é", "").encode("cp949")),
    Hostile("utf-8 with a cookie and a mark", b"\xef\xbb\xbf" + BODY.format(coding="coding: utf-8").encode()),
    Hostile("utf-7", b"# coding: utf-7\nx = '+rAA-'\nprint(ascii(x))\n"),
    Hostile("carriage returns and line feeds", b"x = [1]\r\ndef f():\r\n    return '''a\r\nb'''\r\nprint(repr(f()))\r\n"),
    Hostile("carriage returns alone", b"x = [1]\rdef f():\r    return '''a\rb'''\rprint(repr(f()))\r"),
    Hostile("mixed ends of lines", b"x = 1\r\ny = 2\nz = 3\rw = [x, y, z]\r\n\n\rprint(w)\n"),
    Hostile("no newline at the end", b"x = [1]\nprint(x)"),
    Hostile("no newline after a comment", b"x = [1]\nprint(x)\n# nothing"),
    Hostile("a backslash at the end of lines", b"x = 1 + \\\n  2 + \\\n  3\nprint(\\\nx)\n"),
    Hostile("form feeds", b"x = [1]\n\x0c\ndef f():\n\x0c    return x\n\x0cprint(f())\n"),
    Hostile("tabs", b"def f(n):\n\tif n:\n\t\treturn [n]\n\telse:\n\t        return {}\nprint(f(0), f(1))\n"),
    Hostile("nothing but a comment", b"# nothing\n"),
    Hostile("empty", b""),
    Hostile("blank", b"   \n\t\n\x0c\n"),
    Hostile("a docstring alone", b"'''words'''\n"),
    Hostile("one line", b"x = 1; y = [x]; print(x); z = {1: y}; del x; print(z)\n"),
    Hostile("a long line", b"x = [" + b"1, " * 20_000 + b"]\nprint(len(x))\n"),
    Hostile("a line far down", b"\n" * 70_000 + b"x = [1]\nprint(x)\n"),
    Hostile("three thousand lines", b"".join(b"x%d = %d\n" % (n % 50, n) for n in range(3_000)) + b"print(x0)\n", is_long=True),
    Hostile("a name of its own", "이름 = [1]\nprint(이름)\ndef 함수(값): return [값]\n결과 = 함수(이름)\n", file="내 프로그램.py"),
    Hostile("a name with spaces and signs", "x = [1]\nprint(__file__[-12:])\n1 / 0  # the end\n", UNCAUGHT, file="a b'c\"$%.py"),
    Hostile("a name without an ending", "x = [1]\nprint(x)\n", file="program"),
    Hostile("a name like a module's", "import sys\nx = [1]\nprint('queue' in sys.modules)\nimport json\nprint(json.__name__)\n", file="json2.py"),
    Hostile("letters that are normalized", "ﬁ = [1]\nprint(fi, 'ﬁ' in globals(), 'fi' in globals())\nclass K: pass\nk = K(); k.ﬁ = 2; K.x = 1\nprint(k.__dict__)\n"),
    Hostile("text with surrogates and nulls", "x = 'a\\0b'\ny = '\\ud800\\udfff'\nz = {x: y, y: x}\nprint(ascii(x), ascii(y))\nglobals()[y] = 1\nglobals()['a\\0b'] = 2\nclass A: pass\na = A(); setattr(a, y, 5); setattr(a, x, 6)\n"),
    Hostile("text of every width", "x = ['', 'a', 'é', '가', '😀', '\\x7f', '\\u202e', '\\ufeff', 'a' * 9_999, 'b' * 10_001]\nprint([len(t) for t in x])\n"),
    Hostile("lines from elsewhere", "exec(compile('x = [1]\\ny = [x]\\n1/0', '<made>', 'exec'))  # the end\n", UNCAUGHT),
    Hostile("lines that claim to be these", "code = compile('\\n' * 40 + 'z = [1]', __file__, 'exec')\nexec(code)\nprint(z)\n"),
    Hostile(
        "text of other files run here, and of this one elsewhere",
        """
        names = ("other.py", "more.py", __file__)
        codes = [compile("x = [1]\\ny = [x]\\ndef f(): return [y]\\nz = f()", name, "exec") for name in names]
        for code in codes: exec(code)
        for code in codes: exec(code, {})
        for code in codes: exec(code, {"__name__": "__main__"})
        for code in codes: exec(code, {"__name__": "other"})
        import runpy
        with open("beside.py", "w") as file: file.write("a = [1]\\ndef f(): return a\\nb = f()\\n")
        print(runpy.run_path("beside.py")["b"], runpy.run_path("beside.py", run_name="__main__")["b"])
        print(z)
        """,
    ),
    Hostile(
        "a module that is replaced by an object",
        """
        import sys, types
        class Lazy(types.ModuleType):
            def __getattr__(self, name): return [name]
        kept = sys.modules["__main__"]
        sys.modules["__main__"] = Lazy("__main__")
        x = [1]
        def f(): return [x]
        y = f()
        import __main__
        print(__main__.anything)
        sys.modules["__main__"] = kept
        z = f()
        """,
    ),
    Hostile(
        "a module that runs at import",
        """
        import sys, os
        with open("beside_it.py", "w") as file: file.write("a = [1]\\ndef f(): return a\\nprint('imported')\\n")
        sys.dont_write_bytecode = True
        import beside_it
        x = beside_it.f()
        del sys.modules["beside_it"]
        import beside_it as again
        print(again.f() is x)
        os.remove("beside_it.py")
        """,
    ),
    Hostile(
        "a module that cannot be compiled",
        """
        import sys
        with open("broken_one.py", "w") as file: file.write("x = (\\n")
        sys.dont_write_bytecode = True
        try: import broken_one
        except SyntaxError as error: print(error)
        with open("broken_two.py", "wb") as file: file.write(b"x = '\\xff'\\n")
        try: import broken_two
        except SyntaxError as error: print(error)
        """,
    ),
    Hostile("itself imported", "import sys\nsys.dont_write_bytecode = True\nprint(__name__)\nimport prog\nprint(prog.__name__, prog.prog is prog)\n"),
)
