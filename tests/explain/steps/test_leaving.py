"""Sentences about frames that leave the stack."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence
from visualizer.model import Generator
from visualizer.recording import Recording


def gone(tmp_path: Path, text: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each step that reports a gone frame, the keys from that sentence on."""
    for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path):
        keys = tuple(one.key for one in all_ if one.level == 1)
        place = next((n for n, key in enumerate(keys) if key.startswith("frame-gone")), None)
        if place is not None:
            yield keys[place : place + 2]


def test_the_call_that_has_ended_comes_before_the_one_that_begins(tmp_path: Path) -> None:
    text = "def a(x): return x\ndef b(x): return x\nb(a(1))\na(a(1))\n"
    assert list(gone(tmp_path, text)) == [
        ("frame-gone", "called"),
        ("frame-gone",),
        ("frame-gone-earlier", "called"),
        ("frame-gone", "finished"),
    ]


def test_the_first_sign_is_that_of_the_call_that_begins(tmp_path: Path) -> None:
    text = "def a(x): return x\na(a(1))\n"
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    both = next(
        said for said in all_ if {"called", "frame-gone-earlier"} <= {one.key for one in said}
    )
    assert next(one.key for one in both if one.sign) == "called"


def test_an_inner_call_that_has_ended_comes_before_the_outer_one_returns(tmp_path: Path) -> None:
    text = "def fact(n):\n    if n < 2: return 1\n    return n * fact(n - 1)\nfact(3)\n"
    *inner, last = gone(tmp_path, text)
    assert inner == [("frame-gone-inner", "returned")] * 2
    assert last == ("frame-gone", "finished")


def test_the_first_sign_of_a_return_is_that_of_its_value(tmp_path: Path) -> None:
    text = "def fact(n):\n    if n < 2: return 1\n    return n * fact(n - 1)\nfact(3)\n"
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    returns = [said for said in all_ if any(one.key == "returned" for one in said)]
    assert len(returns) == 3
    for said in returns:
        assert next(one.key for one in said if one.sign) == "returned"


def test_a_frame_is_gone_before_the_objects_that_its_end_frees(tmp_path: Path) -> None:
    text = "def f():\n    made = [1]\nf()\nend = 1\n"
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    [levels] = [
        [one.level for one in said] for said in all_ if any(one.key == "frame-gone" for one in said)
    ]
    assert levels == sorted(levels)
    assert max(levels) > 1


def test_methods_of_one_name_come_with_their_classes(tmp_path: Path) -> None:
    text = """class Animal:
    def __init__(self):
        self.name = [1] * 9
class Dog(Animal):
    def __init__(self):
        super().__init__()
        text = 'a' * len(self.name)
    def bark(self):
        pass
Dog().bark()
"""
    all_ = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    frames = ("called", "body-begins", "returns-at-its-end", "frame-gone")
    calls = [_gap(one, "function") for one in all_ if one.key in frames]
    order = ["Dog.__init__"] * 2 + ["Animal.__init__"] * 4 + ["Dog.__init__"] * 2 + ["bark"] * 4
    assert calls[-len(order) :] == order
    names = [_gap(one, "scope") for one in all_ if _gap(one, "name") == "self"]
    assert names == ["Dog.__init__", "Animal.__init__", "bark"]
    freed = [_gap(one, "scope") for one in all_ if one.key == "freed-by-frame-ended"]
    assert freed == ["Dog.__init__", "bark"]


def test_a_frame_that_a_traceback_keeps_is_not_called_gone(tmp_path: Path) -> None:
    text = """def fails(n):
    raise ValueError(n)
class Lazy:
    @property
    def absent(self):
        raise AttributeError
try:
    fails(1)
except ValueError as error:
    kept = error
hasattr(Lazy(), "absent")
"""
    all_ = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    found = {_gap(one, "function"): one.key for one in all_ if one.key.startswith("frame-")}
    assert found == {"Lazy": "frame-gone", "fails": "frame-kept", "absent": "frame-gone"}


def test_a_frame_with_a_handled_exception_is_gone_when_the_next_error_has_its_place(
    tmp_path: Path,
) -> None:
    text = """
def read(text):
    try:
        return int(text)
    except ValueError:
        print(text)
    finally:
        print("end")
total = 0
for text in "10 two".split():
    total = total + read(text)
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("frame-")]
    assert keys == ["frame-gone", "frame-gone"]


def test_a_frame_of_another_thread_comes_with_its_thread(tmp_path: Path) -> None:
    text = """import threading
begun, goes = threading.Event(), threading.Event()
def work():
    begun.set()
    goes.wait()
thread = threading.Thread(target=work, name="Worker")
thread.start()
begun.wait()
goes.set()
thread.join()
end = 1
"""
    all_ = [
        one
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    ]
    keys = [one.key for one in all_]
    assert "frame-gone" not in keys
    assert keys.index("thread-begins") == keys.index("called") - 1
    own = ("thread-begins", "frame-gone-thread")
    assert [_gap(one, "thread") for one in all_ if one.key in own] == ["Worker"] * 2


def _gap(one: Sentence, gap: str) -> str | int | None:
    return dict(one.arguments).get(gap)


def test_a_paused_frame_keeps_its_names_in_a_generator_without_a_name(tmp_path: Path) -> None:
    text = "def items():\n    yield 1\nfor one in items():\n    end = one\n"
    path = record_unread(write_program(tmp_path, text)).path
    said = [
        translate(one, "en") for _, all_ in step_sentences(path, are_numbered=False) for one in all_
    ]
    assert "The frame of `items` is paused and keeps its names (generator)." in said


@pytest.mark.parametrize(
    ("use", "key"),
    [
        ("g = gen()\nnext(g)\ng = None\n", "resumed-to-close"),
        ("def f():\n    g = gen()\n    next(g)\nf()\n", "resumed-to-close"),
        ("for n in gen():\n    break\n", "resumed-to-close"),
        ("g = [gen()]\nnext(g[0])\ng.pop()\n", "resumed-to-close"),
        ("g = {1: gen()}\nnext(g[1])\ng[1] = None\n", "resumed-to-close"),
        ("g = {1: gen()}\nnext(g[1])\ndel g[1]\n", "resumed-to-close"),
        ("g = [[gen()]]\nnext(g[0][0])\ng = []\n", "resumed-to-close"),
        ("g = gen()\nnext(g)\n", "resumed-to-close"),
        ("g = h = gen()\nnext(g)\n", "resumed-to-close"),
        ("g = [gen()]\nnext(g[0])\nn, m = g.pop()\n", "resumed"),
        ("g = [gen()]\nnext(g[0])\ng.pop().send(1)\n", "resumed"),
        ("def f():\n    g = gen()\n    next(g)\n    return [g]\nnext(f()[0])\n", "resumed"),
        ("next(gen())\n", "resumed-to-close"),
        ("print(len([next(iter(gen()))]))\n", "resumed-to-close"),
        ("print(next(gen()), sum(gen()))\n", "resumed"),
        ("import atexit\ng = gen()\nnext(g)\natexit.register(g.close)\n", "resumed"),
        ("g = gen()\nnext(g)\nnext(g)\n", "resumed"),
        ("g = gen()\nnext(g)\ng.close()\n", "resumed"),
        ("g = [gen()]\nnext(g[0])\nnext(g.pop())\n", "resumed"),
        ("def f():\n    g = gen()\n    next(g)\n    return g\nlist(f())\n", "resumed"),
    ],
)
def test_a_generator_without_references_resumes_to_be_closed(
    use: str, key: str, tmp_path: Path
) -> None:
    body = "    try:\n        yield 1\n        yield 2\n    finally:\n        end = 1\n"
    text = f"def gen():\n{body}{use}"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    resumed = (one.key for _, said in all_ for one in said if one.key.startswith("resumed"))
    assert next(resumed) == key


@pytest.mark.parametrize(
    ("use", "keys"),
    [
        ("a = C()\na = None\n", ["finalized"]),
        ("a = C()\ndel a\n", ["finalized"]),
        ("def f():\n    a = C()\nf()\n", ["called", "finalized"]),
        ("C()\n", ["finalized"]),
        ("a = [C(), C()]\na.clear()\n", ["finalized", "finalized"]),
        ("a = C()\na.a = a\ndel a\nimport gc\ngc.collect()\n", ["finalized-cycle"]),
        (
            "a, b = C(), C()\na.a, b.a = b, a\ndel a, b\nimport gc\ngc.collect()\n",
            ["finalized-cycle", "finalized-cycle"],
        ),
        ("a = C()\na.__del__()\na = None\n", ["called", "finalized"]),
        ("class D(C):\n    def __del__(self): super().__del__()\nD()\n", ["finalized", "called"]),
    ],
)
def test_the_call_of_a_finalizer_says_why_python_calls_it(
    use: str, keys: list[str], tmp_path: Path
) -> None:
    text = f"class C:\n    def __del__(self): pass\n{use}"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [one.key for _, one_step in all_ for one in one_step]
    assert [one for one in said if one in ("called", "finalized", "finalized-cycle")] == keys


def test_a_name_that_closes_a_generator_was_assigned_before_the_generator_ended(
    tmp_path: Path,
) -> None:
    text = """def gen():
    try:
        yield 1
    finally:
        print(2)
it = gen()
next(it)
it = None
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assigned = [one.key for _, said in all_ for one in said if one.key.startswith("assigned")]
    assert assigned == ["assigned-value"]


def test_a_thread_may_resume_a_generator_after_the_end_of_the_main_thread(tmp_path: Path) -> None:
    text = """import threading
def gen():
    yield 1
    threading.main_thread().join()
    yield 2
    yield 3
threading.Thread(target=list, args=(gen(),)).start()
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    resumed = [one.key for _, said in all_ for one in said if one.key.startswith("resumed")]
    assert resumed == ["resumed"] * 3


def test_generators_that_pass_on_a_value_after_throw_are_paused(tmp_path: Path) -> None:
    text = """def inner():
    while True:
        try:
            yield 1
        except ValueError:
            pass
def outer(name):
    yield from inner()
g = outer("a")
next(g)
g.throw(ValueError)
g.throw(ValueError)
"""
    path = record_unread(write_program(tmp_path, text)).path
    all_ = (said for step, said in step_sentences(path) if step.function == "<module>")
    left = [one for said in all_ for one in said if one.key.startswith("frame-")]
    assert {one.key for one in left} == {"frame-paused"}
    assert [_gap(one, "function") for one in left] == ["outer", "outer", "inner", "outer", "inner"]


def test_coroutines_that_wait_for_each_other_pause_and_resume_together(tmp_path: Path) -> None:
    """A timeout raises an exception in the innermost one: all are on the stack again."""
    text = """import asyncio
async def slow():
    await asyncio.sleep(5)
async def main():
    try:
        await asyncio.wait_for(slow(), 0.001)
    except TimeoutError:
        pass
asyncio.run(main())
"""
    path = record_unread(write_program(tmp_path, text)).path
    all_ = [(step, said) for step, said in step_sentences(path) if step.event != "line"]
    paused = [one for _, said in all_ for one in said if one.key == "frame-paused"]
    assert [_gap(one, "function") for one in paused] == ["slow"]
    thrown = next(said for step, said in all_ if (step.event, step.function) == ("resume", "slow"))
    assert not [one for one in thrown if one.key.startswith("frame-")]
    with closing(Recording.open(path)) as recording:
        awaiting = (
            one.content
            for number in range(1, recording.steps + 1)
            for one in recording.cursor().seek(number).heap.values()
            if one.serial == paused[0].serial
        )
        assert {one.line for one in awaiting if isinstance(one, Generator)} <= {0, 3}


def test_a_task_keeps_the_frame_of_the_coroutine_that_failed(tmp_path: Path) -> None:
    text = """
        import asyncio
        async def fails():
            raise ValueError("no")
        async def main():
            found = await asyncio.gather(fails(), return_exceptions=True)
            return found
        asyncio.run(main())
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [one for _, sentences in all_ for one in sentences if one.key.startswith("frame-")]
    found = {one.key for one in said if dict(one.arguments).get("function") == "fails"}
    assert found == {"frame-kept"}
