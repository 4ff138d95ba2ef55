"""Sentences about the handler of an exception, and about the line that waits."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import program_version, record_unread, write_program

AWAITED = """
import asyncio
async def job():
    return 5
async def main():
    task = asyncio.create_task(job())
    got = await task
    try:
        await asyncio.wait_for(asyncio.sleep(9), 0)
    except TimeoutError:
        pass
asyncio.run(main())
"""


def test_the_exception_that_brings_an_awaited_result_is_not_reported(tmp_path: Path) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, AWAITED)).path))
    keys = {one.key for _, sentences in all_ for one in sentences}
    raised = [
        dict(one.arguments)["value"]
        for _, sentences in all_
        for one in sentences
        if one.key == "call-raised"
    ]
    assert raised == ["TimeoutError"]
    if program_version() < (3, 15):
        assert "wait-ended" in keys
    # A statement that a timeout ended is incomplete.
    assert "await-through" not in keys
    waited = "await asyncio.wait_for(asyncio.sleep(9), 0)"
    assert not any(
        one.key == "ran-code" and dict(one.arguments)["code"] == waited
        for _, sentences in all_
        for one in sentences
    )


ASYNC_ITEMS = """
import asyncio
async def ticks():
    yield 1
    await asyncio.sleep(0)
async def main():
    async for one in ticks():
        pass
    both = [one async for one in ticks()]
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
asyncio.run(main())
"""


def test_a_wait_yields_nothing_and_fails_nowhere(tmp_path: Path) -> None:
    all_ = [
        (step, one)
        for step, sentences in step_sentences(
            record_unread(write_program(tmp_path, ASYNC_ITEMS)).path
        )
        for one in sentences
    ]
    yielded = [dict(one.arguments)["value"] for _, one in all_ if one.key == "yielded"]
    assert yielded == ["int 1", "int 1"]
    assert {step.function for step, one in all_ if one.key == "waits-at"} == {"ticks", "main"}
    keys = {one.key for _, one in all_}
    assert not keys & {"raised-exception", "exception-goes-to", "unfinished-code"}
    # The event loop keeps its tasks in a deque.
    changed = [dict(one.arguments)["holder"] for _, one in all_ if one.key.startswith("slot-")]
    assert not any(str(holder).startswith("deque") for holder in changed)


HANDLING = """
class Handler:
    def __enter__(self): return self
    def __exit__(self, kind, error, trace):
        return True
def within():
    with Handler():
        return 1
def last():
    try:
        return 1 / 0
    finally:
        print(0)
with Handler():
    raise ValueError
with Handler():
    pass
within()
try:
    last()
except ArithmeticError:
    pass
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("exception-goes-to-with", 13),
        ("with-handled", 15),
        ("with-leaves", 17),
        ("jump-waits-for-with", 6),
        ("exception-goes-to-finally", 12),
        ("exception-goes-to-except", 20),
    ],
)
def test_the_target_of_an_exception_or_a_return_is_named(
    key: str, line: int, tmp_path: Path
) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, HANDLING)).path))
    lines = [step.line for step, all_ in all_ for one in all_ if one.key == key]
    assert lines == [line]


TAKEN = """\
class Lazy:
    def __getattr__(self, name):
        raise AttributeError(name)
    def __bool__(self):
        raise StopIteration

def count():
    try:
        yield 1
    finally:
        print("end")

a = Lazy()
{line}
done = 1
"""


@pytest.mark.parametrize(
    "line",
    [
        "b = hasattr(a, 'size')",
        "b = getattr(a, 'size', 5)",
        "b = next(filter(None, [a]), 7)",
        "b = any(n == 2 for n in (1, 2, 3))",
        "b = next(count())",
        "if not hasattr(a, 'size'): b = 1",
    ],
)
def test_a_line_with_a_handled_exception_in_its_call_counts_as_run(
    line: str, tmp_path: Path
) -> None:
    all_ = list(
        step_sentences(record_unread(write_program(tmp_path, TAKEN.format(line=line))).path)
    )
    keys = next([one.key for one in found] for step, found in all_ if step.line == 15)
    assert "ran-code" in keys
    assert "exception-goes-to" not in keys


MANAGERS = """\
import contextlib

class Quiet:
    def __enter__(self): return self
    def __exit__(self, kind, error, trace): return 1

class Loud(Quiet):
    def __exit__(self, kind, error, trace): return None

@contextlib.contextmanager
def quiet():
    try:
        yield
    except ValueError:
        pass

def fail(): raise ValueError

def run():
    try:
        {code}:
            {body}
    except ValueError:
        {code}:
            pass
run()
"""


@pytest.mark.parametrize(
    ("code", "body", "said"),
    [
        ("with contextlib.suppress(ValueError)", "fail()", "contextlib.suppress(ValueError)"),
        ("with contextlib.suppress(ValueError)", "int('x')", "contextlib.suppress(ValueError)"),
        ("with contextlib.suppress(ValueError)", "pass", None),
        ("with quiet()", "fail()", "quiet()"),
        ("with quiet()", "len([])", None),
        ("with Quiet(), Loud()", "fail()", "Quiet()"),
        ("with Loud()", "fail()", None),
        ("with Quiet()", "pass", None),
    ],
)
def test_the_handler_of_an_exception_is_named(
    code: str, body: str, said: str | None, tmp_path: Path
) -> None:
    program = write_program(tmp_path, MANAGERS.format(code=code, body=body))
    found = [
        dict(one.arguments)["code"]
        for _, all_ in step_sentences(record_unread(program).path)
        for one in all_
        if one.key == "with-handled"
    ]
    assert found == ([said] if said else [])


def test_the_name_of_an_except_block_ends_with_it(tmp_path: Path) -> None:
    text = "try:\n    1 / 0\nexcept ArithmeticError as error:\n    pass\nx = 1\ndel x\n"
    all_ = [
        (one.key, dict(one.arguments)["name"])
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
        if one.key in ("name-of-except-gone", "name-deleted")
    ]
    assert all_ == [("name-of-except-gone", "error"), ("name-deleted", "x")]


def test_a_bare_raise_names_the_target_of_the_exception(tmp_path: Path) -> None:
    inner = "    try:\n        1 / 0\n    except ArithmeticError:\n        raise\n"
    text = f"try:\n{inner}    finally:\n        pass\nexcept ArithmeticError:\n    pass\n"
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    [keys] = [keys for _, all_ in all_ if "raise-again" in (keys := [one.key for one in all_])]
    assert "exception-goes-to-finally" in keys


@pytest.mark.parametrize("raising", ["raise", "if text: raise"])
def test_an_exception_that_is_raised_again_says_so_before_an_outer_except(
    raising: str, tmp_path: Path
) -> None:
    inner = f"    try:\n        int(text)\n    except ValueError:\n        {raising}\n"
    text = f"text = 'x'\ntry:\n{inner}except ValueError:\n    pass\n"
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    [keys] = [keys for _, all_ in all_ if "raise-again" in (keys := [one.key for one in all_])]
    assert "exception-goes-to-except" in keys
    assert ("if-true-value" in keys) is ("if" in raising)


THROWN = """
from contextlib import contextmanager
def inner():
    yield 1
def outer():
    yield from inner()
@contextmanager
def managed():
    yield 1
def again(kept):
    raise kept
"""


@pytest.mark.parametrize(
    ("lines", "functions"),
    [
        (["made = outer()", "next(made)", "made.throw(KeyError())"], ["inner"]),
        (["with managed():", "    raise KeyError"], ["<module>"]),
        (["try: again(KeyError())", "except KeyError as e: again(e)"], ["again", "again"]),
    ],
)
def test_an_exception_that_is_thrown_into_a_frame_is_raised_in_another_one(
    lines: list[str], functions: list[str], tmp_path: Path
) -> None:
    block = "".join(f"    {line}\n" for line in lines)
    text = f"{THROWN}try:\n{block}except KeyError: pass\n"
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    raised = [
        dict(one.arguments)["function"]
        for _, said in all_
        for one in said
        if one.key == "raised-exception"
    ]
    assert raised == functions


def test_a_line_that_an_exception_has_ended_does_not_go_on(tmp_path: Path) -> None:
    text = (
        f"{THROWN}made = outer()\nnext(made)\ntry: made.throw(KeyError())\nexcept KeyError: pass\n"
    )
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    keys = [one.key for _, said in all_ for one in said]
    assert "exception-leaves-line" in keys
    assert "line-goes-on" not in keys


WALKED = """
class Two:
    def __init__(self): self.left = 2
    def __iter__(self): return self
    def __next__(self):
        if not self.left: raise StopIteration
        self.left -= 1
        return self.left
def fail(): raise StopIteration
class Done(StopIteration): pass
class Own(Two):
    def __next__(self): raise Done
"""


@pytest.mark.parametrize(
    ("code", "is_end"),
    [
        ("for one in Two():\n    pass\nend = 1\n", True),
        ("for one in Two():\n    pass\n", True),
        ("for one in Own():\n    pass\n", True),
        ("def f():\n    for one in Two():\n        pass\nf()\n", True),
        ("all_ = [one for one in Two()]\nend = 1\n", True),
        ("all_ = any(one > 9 for one in Two())\nend = 1\n", True),
        ("try:\n    for one in fail(): pass\nexcept StopIteration: pass\n", False),
        ("two = Two()\nfor one in two:\n    next(two)\n    next(two)\n", False),
    ],
)
def test_the_end_of_an_own_iterator_is_no_fault(code: str, is_end: bool, tmp_path: Path) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, WALKED + code)).path))
    keys = {one.key for _, sentences in all_ for one in sentences}
    assert ("wait-ended-loop" in keys) is is_end
    assert ("passing-exception" in keys) is not is_end
    assert ("unfinished-code" in keys) is not is_end
    assert "exception-goes-to" not in keys
    if is_end and "all_" not in code:
        assert keys & {"for-over", "for-empty"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("def f():\n    yield 1\n    yield 2\na = f()\nnext(a)\nnext(a)\n", "generator"),
        ("a = (n for n in (1, 2))\nnext(a)\nnext(a)\n", "generator"),
        ("async def f(): pass\na = f()\ntry: a.send(None)\nexcept: pass\n", "coroutine"),
    ],
)
def test_the_body_of_a_generator_begins_with_its_first_use(
    text: str, kind: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, sentences in all_ for one in sentences if one.level == 1]
    assert "called" not in keys
    assert keys.count(f"{kind}-made") == keys.count(f"{kind}-begins") == 1
    assert keys.index(f"{kind}-made") < keys.index(f"{kind}-begins")
    # Some versions of Python close the generator in separate steps after the end.
    assert keys[: keys.index("finished")].count("resumed") == (kind == "generator")


def test_a_generator_that_begins_at_once_does_not_wait(tmp_path: Path) -> None:
    all_ = step_sentences(
        record_unread(write_program(tmp_path, "a = sum(n for n in (1, 2))\n")).path
    )
    keys = [one.key for _, sentences in all_ for one in sentences]
    assert "generator-begins" in keys
    assert "generator-made" not in keys


@pytest.mark.parametrize(
    ("block", "key"),
    [
        ("try: int('a')\nexcept KeyError:\n    pass", "except-passes"),
        ("try: int('a')\nexcept KeyError: pass", "except-passes"),
        ("try: int('a')\nexcept ValueError:\n    raise", "raise-again"),
        ("with open(__file__) as file:\n    int('a')", "with-leaves-file"),
        ("with lock:\n    int('a')", "with-leaves-lock"),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_the_line_that_an_exception_leaves_without_a_step_has_its_outcome(
    inside: bool, block: str, key: str, tmp_path: Path
) -> None:
    text = f"import threading\nlock = threading.Lock()\n{block}\n"
    if inside:
        rest = block.replace("\n", "\n    ")
        text = f"import threading\nlock = threading.Lock()\ndef f():\n    {rest}\nf()\n"
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    given = [[one.key for one in said if one.level == 1] for said in all_]
    event = ["frame-kept", "passing-exception"] if inside else ["uncaught"]
    assert ["ran-code", key, *event] in given
