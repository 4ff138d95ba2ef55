"""Which names are shown of a file whose text runs as two modules."""

from pathlib import Path

import pytest

from tests.recorder.runs import Recorded, record, write_program
from visualizer.model import Other, Scalar

MODULE = """
    value = 1
    def f():
        return value
    f()
"""
LOADED_TWICE = """
    import gc, importlib.util, sys
    def load(name):
        path = __file__.replace("prog.py", "other.py")
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    one, two = load("one"), load("two")
    two.value = 2
    del sys.modules["two"], two
    gc.collect()
    one.f()
"""
IMPORTS_ITSELF = """
    import other
    value = 1
    def change(it): it.value = 5
    if __name__ == "__main__":
        last = other.load()
        change(last)
        last.change(last)
        end = 1
"""
IMPORTER = """
    def load():
        import prog
        return prog
"""


@pytest.fixture(params=["auto", "python"], autouse=True)
def recorder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each of both record."""
    monkeypatch.setenv("VISUALIZER_RECORDER", request.param)


def names_of(run: Recorded, file: str) -> list[tuple[int, str, tuple[str, ...], str | None]]:
    """Return each step's line and function, and a file's names then, with the text of ``value``."""
    found = []
    for moment in run.moments:
        names = dict(moment.globals.get(file, ()))
        value = moment.heap[names["value"]].content if "value" in names else None
        text = value.text if isinstance(value, Scalar) else None
        found.append((moment.step.line, moment.step.function, tuple(names), text))
    return found


def test_when_a_module_goes_the_other_one_of_its_file_is_shown(tmp_path: Path) -> None:
    write_program(tmp_path, MODULE, "other.py")
    run = record(write_program(tmp_path, LOADED_TWICE))
    found = [row for row in names_of(run, "other.py") if row[0] >= 9 and row[1] == "<module>"]
    shown = {line: (names, value) for line, _, names, value in found}
    assert shown[10] == (("value", "f"), "2")
    assert shown[11] == shown[12] == (("value", "f"), "1")
    assert names_of(run, "other.py")[-1][2:] == shown[12]


def test_a_program_that_imports_itself_shows_the_innermost_module_that_runs(
    tmp_path: Path,
) -> None:
    write_program(tmp_path, IMPORTER, "other.py")
    found = names_of(record(write_program(tmp_path, IMPORTS_ITSELF)), "prog.py")
    loaded = next(n for n, row in enumerate(found) if row[:2] == (3, "load"))
    assert found[loaded][2:] == (("other", "value", "change"), "1")
    again = [row for row in found[:loaded] if row[1] == "<module>"]
    assert (1, "<module>", (), None) in again[1:]
    assert {row[2:] for row in found if row[1] == "change"} == {
        (("other", "value", "change", "last"), "1")
    }
    assert found[-1][2:] == (("other", "value", "change", "last", "end"), "1")


def test_the_frame_of_a_module_that_failed_does_not_lead_to_its_names_when_it_is_tried_again(
    tmp_path: Path,
) -> None:
    write_program(tmp_path, "import nowhere_at_all\n", "other.py")
    text = """
        try: import other
        except ImportError as error: kept = error
        try: import other
        except ImportError: end = 1
        end = 2
    """
    run = record(write_program(tmp_path, text))
    held = [
        run.last.heap[serial].type
        for one in run.last.heap.values()
        if one.type == "frame" and isinstance(one.content, Other)
        for serial in one.content.referents
    ]
    assert held
    assert "dict" not in held
