"""Programs that the recorder once went wrong with, found among CPython's own tests."""

from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import EndReason

PROGRAMS = {
    "a class that goes leaves nothing for the collector": """
        import gc
        def f():
            class A:
                def __init__(self): self.a = 1
            return A()
        for number in range(3):
            a = f()
            del a
            l = []
            l.append(l)
            gc.collect()
            del l
            print(gc.collect())
        """,
    "a table of lines longer than its code": """
        def f(): 1 / 0
        f.__code__ = f.__code__.replace(co_linetable=b"\\xf8\\xf8\\xf8\\xf9" * 3)
        try:
            f()
        except ZeroDivisionError as error:
            print(error.__traceback__.tb_next.tb_lineno)
        """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_runs_as_it_does_plainly(name: str, tmp_path: Path) -> None:
    program = write_program(tmp_path, PROGRAMS[name])
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason is EndReason.FINISHED, recorded.end
