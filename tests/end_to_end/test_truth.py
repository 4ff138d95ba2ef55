"""A recording agrees with the program's own readings, for objects of every kind."""

from collections.abc import Container, Sequence
from pathlib import Path
from textwrap import dedent

import pytest

from tests.end_to_end.kinds import KINDS, Kind
from tests.end_to_end.made import MADE
from tests.end_to_end.situations import SITUATIONS, situation_program
from tests.export.jsonl_rules import broken_rules
from tests.recorder.agreement import differences, lines_of
from tests.recorder.invariants import broken
from tests.recorder.runs import record, run_plainly, write_program
from tests.recorder.samples import PRELUDE, refers, sample, value, wrong_samples
from visualizer.export.contents_json import object_json

SHARE = 4
"""The share of the situations, in turns, for an object; with --full it is in all of them."""
FEWEST_PROGRAMS = 60
SHARED = {"module": ("sys", "a", "b"), "parts of the interpreter": ("q",)}
"""Names of modules and builtin functions: the recorder uses them too, and adds to their counts."""
ROWS = {
    *("value", "items", "entries", "attributes", "bases", "closure", "function", "contents"),
    *("state", "position", "referent", "args", "name", "shape", "referents"),
}
"""A key of each row of the contract's table of kinds."""


@pytest.fixture(autouse=True)
def _hashes_are_the_same_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")  # some code pages lack the printed characters


def program(kind: Kind) -> str:
    """The kind's objects, read alone, with other references, as locals, and again."""
    names = kind.names.split()
    tells = [refers(name, how.format(name)) for name, how in (kind.refers or {}).items()]
    tells += [value(name) for name in kind.values.split()]
    lines = [PRELUDE, dedent(kind.setup), *with_checkpoints(names), *tells]
    for name in names:
        lines += [f"also = {name}", f"kept = [{name}, {name}, ({name},)]", sample(name, "kept")]
        lines += [f"def look({name}, *rest):", f"    own = {name}"]
        lines += [f"    {sample(name)}", "    del own", f"    {sample(name)}"]
        lines += [f"look({name})", f"look({name}, [{name}])", "kept = also = 0", sample(name)]
    return "\n".join([*lines, *with_checkpoints(names), *tells, ""])


def with_checkpoints(names: Sequence[str]) -> list[str]:
    """Lines that read three objects each."""
    return [sample(*names[start : start + 3]) for start in range(0, len(names), 3)]


def check(program: Path, apart: Container[str] = ()) -> int:
    """Compare with the program's readings, the rules, and a plain run; return their number."""
    recorded = record(program)
    assert (recorded.stderr, recorded.exit_code) == ("", 0)
    checked, wrong = wrong_samples(recorded)
    assert wrong == []
    lines = recorded.stdout.splitlines()
    assert checked == sum(line.split(" ")[0] in ("sample", "refers", "value") for line in lines)
    assert list(broken(recorded)) == []
    assert list(differences(recorded, run_plainly(program), apart)) == []
    assert list(broken_rules(lines_of(recorded.path))) == []
    return checked


@pytest.mark.share(2)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_counts_addresses_sizes_and_contents_are_those_the_program_reads(
    tmp_path: Path, kind: Kind
) -> None:
    text = write_program(tmp_path, program(kind))
    assert check(text, SHARED.get(kind.name, ())) > 5 * len(kind.names.split())


@pytest.mark.share(2)
@pytest.mark.parametrize("name", SITUATIONS)
def test_an_object_of_any_kind_reads_its_recorded_count_wherever_it_is(
    tmp_path: Path, name: str
) -> None:
    turn = list(SITUATIONS).index(name) % SHARE
    text = write_program(tmp_path, situation_program(name, MADE[turn::SHARE]))
    assert check(text) >= 3 * len(MADE[turn::SHARE])


@pytest.mark.full
@pytest.mark.parametrize("name", SITUATIONS)
def test_every_object_reads_its_recorded_count_wherever_it_is(tmp_path: Path, name: str) -> None:
    text = write_program(tmp_path, situation_program(name, MADE))
    assert check(text) >= 3 * len(MADE)


def test_every_row_of_the_contract_is_met_in_every_way_it_can_be_held(tmp_path: Path) -> None:
    assert {made.row for made in MADE} == ROWS
    text = write_program(tmp_path, situation_program("several names", MADE))
    recorded = record(text)
    shown = [m for m in recorded.moments if m.printed.startswith("sample x ")][::3]
    assert len(shown) == len(MADE)
    for made, moment in zip(MADE, shown, strict=True):
        assert made.row in object_json(moment.object("x")), made
    assert len(KINDS) + len(SITUATIONS) >= FEWEST_PROGRAMS
    assert sum(line.startswith("sample") for line in recorded.stdout.splitlines()) > 200
