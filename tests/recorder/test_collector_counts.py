"""The collector's counts are those of a plain run, and so it runs at the same times.

The difference may be at most what the recorder leaves on the free lists of lists and tuples.
"""

import ast
from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program

pytestmark = pytest.mark.needs_core

YOUNG, NEAR = 2000, 90
"""The number of young containers at which the collector runs, and the allowed difference."""

HEAD = """
import gc
count = gc.get_count
seen = [0] * 400
"""
PROGRAMS = {
    "the first lines": """
        seen[0] = count()[0]
        seen[1] = count()[0]
        seen[2] = count()[0]
        """,
    "calls and recursion": """
        def f(n):
            seen[n] = count()[0]
            if n: f(n - 1)
            seen[50 + n] = count()[0]
        f(40)
        f(40)
        seen[100] = count()[0]
        """,
    "tuples that are kept": """
        def f():
            kept = [None] * 300
            for i in range(300):
                kept[i] = (i, i)
                seen[i] = count()[0]
        f()
        """,
    "instances": """
        class A:
            def __init__(self, n): self.n = [n]
        kept = []
        for i in range(80):
            kept.append(A(i))
            seen[i] = count()[0]
        """,
    "generators": """
        def numbers(n):
            for i in range(n): yield [i]
        for n in range(40):
            for x in numbers(3): seen[n] = count()[0]
            seen[100 + n] = count()[0]
        """,
    "exceptions": """
        def fail(n):
            if n: return fail(n - 1)
            raise KeyError(n)
        for n in range(30):
            try: fail(3)
            except KeyError as error: seen[n] = count()[0]
            seen[100 + n] = count()[0]
        """,
    "garbage": """
        gc.set_threshold(300)
        for n in range(150):
            a = [n]
            a.append(a)
            b = {n: a}
        seen[0] = len(gc.get_stats()), gc.get_count()[1]
        gc.disable()
        """,
}


@pytest.fixture(scope="module", autouse=True)
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compile the recorder's modules: compiling makes a thousand types that stay."""
    record(write_program(tmp_path_factory.mktemp("compiled"), "pass"))


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_count_of_the_young_is_that_of_a_plain_run(name: str, tmp_path: Path) -> None:
    text = write_program(tmp_path, HEAD).read_text() + "\n"
    program = write_program(tmp_path, PROGRAMS[name])
    program.write_text(text + program.read_text() + "print(seen)\n")
    plain, recorded = run_plainly(program), record(program)
    assert plain.stdout
    assert not recorded.stderr
    told = zip(ast.literal_eval(plain.stdout), ast.literal_eval(recorded.stdout), strict=True)
    for one, other in told:
        if isinstance(one, int):
            # When one run has just reached the limit, the other may be about to.
            assert min(abs(one - other), YOUNG - abs(one - other)) < NEAR
        else:
            assert one == other


def test_at_the_first_line_the_collector_has_run_as_often(tmp_path: Path) -> None:
    text = """
        import gc
        stats = gc.get_stats()
        print(gc.get_count()[1:], gc.get_threshold(), gc.get_freeze_count(), gc.isenabled())
        print([(kind["collected"], kind["uncollectable"]) for kind in stats])
        print([kind["collections"] for kind in stats])
        """
    program = write_program(tmp_path, text)
    assert record(program).stdout == run_plainly(program).stdout
