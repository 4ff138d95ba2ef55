"""Sentences about `with`, about jumps that leave blocks, and about writes to files."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program

JUMPS = ("jump-waits", "jump-waits-for-with", "break-ran", "continue-ran", "loop-else-skipped")
OPEN = "from contextlib import nullcontext\n"
HELPERS = """
import contextlib
@contextlib.contextmanager
def kept(): yield file
file = open('kept.txt', 'w')
"""
MANAGERS = """
import helpers
import threading
from helpers import file, kept
from os import fdopen, pipe
class Filed:
    def __enter__(self): return file
    def __exit__(self, *about): pass
class Own:
    def __enter__(self): return self
    def __exit__(self, *about): pass
class Holder: pass
lock, holder = threading.Lock(), Holder()
holder.free = threading.Condition()
"""


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("with lock", "-lock"),
        ("with holder.free", "-lock"),
        ("with open('a.txt', 'w') as f", "-file"),
        ("with fdopen(pipe()[1]) as f", "-file"),
        ("with kept() as f", ""),
        ("with helpers.kept() as f", ""),
        ("with Filed() as f", ""),
        ("with Own()", ""),
        ("with Own() as lock", ""),
        ("with Own(), lock", "-all"),
    ],
)
def test_a_with_is_described_by_its_kind_of_manager(head: str, kind: str, tmp_path: Path) -> None:
    write_program(tmp_path, HELPERS, "helpers.py")
    text = f"{MANAGERS}{head}:\n    pass\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("with-")]
    assert keys == [f"with-enters{kind}", f"with-leaves{kind}"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("with open('a.txt', 'w') as f: n = 1", "-file"),
        ("with fdopen(pipe()[1]) as holder.file: n = 1", "-file"),
        ("with nullcontext(file) as f: n = 1", ""),
        ("with Filed() as f: n = 1", ""),
        ("with lock: n = 1", "-lock"),
    ],
)
def test_a_with_on_one_line_is_described_by_its_kind_of_manager(
    line: str, kind: str, tmp_path: Path
) -> None:
    write_program(tmp_path, HELPERS, "helpers.py")
    text = f"{OPEN}{MANAGERS}{line}\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("with-")]
    assert keys == [f"with-leaves{kind}"]


def test_each_with_is_described_by_its_own_manager(tmp_path: Path) -> None:
    write_program(tmp_path, HELPERS, "helpers.py")
    text = "from helpers import kept\ndef read():\n    with kept() as outer:\n"
    text += "        with open('kept.txt') as inner:\n            return inner.read()\nread()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("with-")]
    assert keys == ["with-enters", "with-enters-file", "with-leaves-file"]


def test_a_file_is_described_by_its_name_and_its_written_text(tmp_path: Path) -> None:
    place = repr(str(tmp_path / "numbers.txt"))
    text = f"n = 'x'\nf = open({place}, 'w')\nf.write('1' + n)\nf.close()\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = {one.key: dict(one.arguments) for _, all_ in all_ for one in all_}
    assert found["name-new"]["new"] == "TextIOWrapper 'numbers.txt'"
    assert found["written-to-file"] == {"code": "f", "value": "'1x'"}


def test_a_lock_of_asyncio_is_acquired_like_one_of_threading(tmp_path: Path) -> None:
    text = "import asyncio\nasync def main():\n    lock = asyncio.Lock()\n"
    text += "    async with lock:\n        end = 1\nasyncio.run(main())\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("with-")]
    assert keys == ["with-enters-lock", "with-leaves-lock"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "for n in 'ab':\n    try:\n        continue\n    finally:\n        m = n\n",
            [("jump-waits", "continue")] * 2,
        ),
        (
            "while 1:\n    try:\n        break\n    finally:\n        m = 1\nelse:\n    m = 2\n",
            [("jump-waits", "break"), ("loop-else-skipped", None)],
        ),
        (
            "try:\n    for n in 'ab':\n        break\nfinally:\n    m = 1\n",
            [("break-ran", None)],
        ),
        (
            "for n in 'a':\n    try:\n        m = 1\n    finally:\n        continue\n",
            [("continue-ran", None)],
        ),
        (
            f"{OPEN}for n in 'a':\n    with nullcontext():\n        continue\n",
            [("jump-waits-for-with", "continue")],
        ),
        (
            f"{OPEN}with nullcontext():\n    for n in 'a':\n        break\n",
            [("break-ran", None)],
        ),
        (
            "def f():\n    for n in 'a':\n        try:\n            return n\n"
            "        finally:\n            n = 1\nf()\n",
            [("jump-waits", "return")],
        ),
    ],
)
def test_a_jump_waits_for_the_blocks_that_it_leaves(
    text: str, said: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key in JUMPS]
    assert [(one.key, dict(one.arguments).get("code")) for one in found] == said


PASSING = """
class Guard:
    def __enter__(self): return self
    def __exit__(self, *about): return quiet
quiet = False
def work():
    with Guard():
        with Guard():
            1 / 0
try:
    work()
except ZeroDivisionError:
    pass
quiet = True
with Guard():
    1 / 0
quiet = False
try:
    with Guard():
        1 / 0
finally:
    end = 1
"""


def test_an_exit_method_that_returns_no_true_value_lets_an_exception_propagate(
    tmp_path: Path,
) -> None:
    keys = {
        *("exit-passes", "with-handled", "with-leaves", "exception-goes-to-with"),
        *("exception-goes-to-finally", "passing-exception"),
    }
    run = record_unread(write_program(tmp_path, PASSING))
    steps = [[one.key for one in said if one.key in keys] for _, said in step_sentences(run.path)]
    assert [found for found in steps if found] == [
        ["exception-goes-to-with"],
        ["exit-passes", "exception-goes-to-with"],
        ["exit-passes", "passing-exception"],
        ["exception-goes-to-with"],
        ["with-handled"],
        ["exception-goes-to-with"],
        ["exit-passes", "exception-goes-to-finally"],
    ]


AWAITED = """
import asyncio
class Guard:
    def __init__(self, hides):
        self.hides = hides
    async def __aenter__(self):
        return self
    async def __aexit__(self, *about):
        await asyncio.sleep(0)
        return self.hides
async def work(hides, text):
    async with Guard(hides):
        int(text)
    return 1
async def main():
    try:
        await work({hides}, {text!r})
    except ValueError:
        end = 1
asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("hides", "text", "key"),
    [
        (False, "x", "exit-passes"),
        (True, "x", "with-handled"),
        (False, "1", "with-leaves"),
        (True, "1", "with-leaves"),
    ],
)
def test_an_awaited_exit_method_says_whether_it_handles_the_exception(
    hides: bool, text: str, key: str, tmp_path: Path
) -> None:
    program = write_program(tmp_path, AWAITED.format(hides=hides, text=text))
    all_ = step_sentences(record_unread(program).path)
    keys = ("exit-passes", "with-handled", "with-leaves")
    assert [one.key for _, said in all_ for one in said if one.key in keys] == [key]


ON_ONE_LINE = """
import contextlib
class Door:
    def __init__(self, hides):
        self.hides = hides
    def __enter__(self):
        return self
    def __exit__(self, *about):
        return self.hides
def fail():
    raise KeyError(1)
{line}
with Door(True):
    pass
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("with Door(True): fail()", [("with-handled", "Door(True)")]),
        ("with Door(True): int('x')", [("with-handled", "Door(True)")]),
        (
            "with contextlib.suppress(KeyError): fail()",
            [("with-handled", "contextlib.suppress(KeyError)")],
        ),
        (
            "with contextlib.suppress(OSError), open('/missing/file') as f:\n    n = 1",
            [("with-handled", "contextlib.suppress(OSError), open('/missing/file')")],
        ),
        ("with Door(False): n = [1]", [("with-leaves", "Door(False)")]),
        ("with Door(False): pass", [("pass-ran", None), ("with-leaves", "Door(False)")]),
    ],
)
def test_a_with_on_one_line_says_how_its_block_ended(
    line: str, said: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    program = write_program(tmp_path, ON_ONE_LINE.format(line=line))
    keys = ("with-handled", "with-leaves", "pass-ran", "did-several", "exception-goes-to-with")
    found = [
        (one.key, dict(one.arguments).get("code"))
        for _, all_ in step_sentences(record_unread(program).path)
        for one in all_
        if one.key in keys
    ]
    assert found == [*said, ("pass-ran", None), ("with-leaves", "Door(True)")]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("    for n in 'ab':\n        return n\n", [2]),
        ("    while True:\n        for n in 'ab':\n            if n: return n\n", [3]),
        ("    for n in 'ab':\n        pass\n    return n\n", []),
        ("    for n in 'ab':\n        def g(): return n\n        g()\n", []),
        ("    for n in '': return n\n", []),
        ("    for n in '':\n        if n: return n\n", []),
    ],
)
def test_a_return_says_which_loop_it_ends(body: str, lines: list[int], tmp_path: Path) -> None:
    program = write_program(tmp_path, f"def f():\n{body}f()\n")
    all_ = step_sentences(record_unread(program).path)
    found = [one for _, all_ in all_ for one in all_ if one.key == "return-ends-loop"]
    assert [dict(one.arguments)["line"] for one in found] == lines


def test_a_write_to_a_file_in_memory_says_what_was_written(tmp_path: Path) -> None:
    text = "import io\na = io.StringIO()\nn = 5\na.write(str(n) + '!')\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    written = [dict(one.arguments) for _, said in all_ for one in said if "written" in one.key]
    assert written == [{"code": "a", "value": "'5!'"}]
