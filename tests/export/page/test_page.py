"""A page as a file: its data, its steps, and its text."""

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.layout.fixed_measure import FixedMeasure
from tests.shell.recordings import ADDING, recorded
from tests.systems import needs_signals
from visualizer.export.page.data import page_data
from visualizer.export.page.document import page_document
from visualizer.export.page.range import MOST_AT_ALL_LEVELS, MOST_STEPS, PageRange, choose_range
from visualizer.layout.analysis.facts import Level
from visualizer.model import VisualizerError
from visualizer.recording import Recording
from visualizer.resources import resource
from visualizer.words import LANGUAGES

VALUES = (Level.VALUES,)


@pytest.fixture
def recording(tmp_path: Path) -> Any:
    with closing(Recording.open(recorded(tmp_path, ADDING))) as found:
        yield found


class Steps:
    """A recording with that many steps, for choosing among them."""

    path, damage = Path("run.memtrace"), None
    require_step, require_whole = Recording.require_step, Recording.require_whole

    def __init__(self, steps: int) -> None:
        self.steps = steps


def chosen(
    steps: int, some: tuple[int, int] | None = None, level: Level | None = None
) -> PageRange:
    return choose_range(Steps(steps), some, level)  # type: ignore[arg-type]


def test_a_short_page_has_all_levels_and_a_long_one_the_values() -> None:
    assert chosen(MOST_AT_ALL_LEVELS) == PageRange(1, MOST_AT_ALL_LEVELS, tuple(Level))
    assert chosen(MOST_AT_ALL_LEVELS + 1).levels == VALUES
    assert chosen(10**6, (500, 700)) == PageRange(500, 700, tuple(Level))
    assert chosen(5, level=Level.COUNTS).levels == (Level.COUNTS,)


@pytest.mark.parametrize(
    ("steps", "some", "words"),
    [
        (0, None, "there is no step to show"),
        (9, (3, 10), "there is no step 10; the last is 9"),
        (MOST_STEPS + 1, None, "at most 2000 steps, and these are 2001; choose some with --steps"),
        (10**6, (1, 5000), "at most 2000 steps, and these are 5000; choose some with --steps"),
    ],
)
def test_a_recording_that_cannot_be_a_page_is_reported_with_the_mend(
    steps: int, some: tuple[int, int] | None, words: str
) -> None:
    with pytest.raises(VisualizerError, match=re.escape(words)):
        chosen(steps, some)


def test_the_progress_rises_to_the_end(recording: Recording) -> None:
    shares: list[float] = []
    page_data(recording, PageRange(1, 9, tuple(Level)), FixedMeasure(), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) == 5 * 9


def test_levels_without_numbers_on_cards_have_sentences_without_them(tmp_path: Path) -> None:
    program = "class A: pass\na = A()\nb = a\nn = 1\n"
    with closing(Recording.open(recorded(tmp_path, program))) as found:
        steps = range(1, found.steps + 1)
        page = page_data(found, PageRange(1, found.steps, tuple(Level)), FixedMeasure())
    english = {step: words_of(page, step) for step in steps}
    shared = next(step for step in steps if any("existing" in one for one in english[step]["says"]))
    assert any(re.search(r"A #\d+, an existing", one) for one in english[shared]["says"])
    assert any("A `a`, an existing" in one for one in english[shared]["named"])
    assert "named" not in english[found.steps], "they are given once if they are the same"


def words_of(page: dict[str, Any], step: int) -> dict[str, list[str]]:
    """Return the English sentences of a step, including those of each list."""
    row = page["steps"][step - 1]
    return {
        key: [page["texts"][text][LANGUAGES.index("en")] for _, _, text in row[key]]
        for key in ("says", "named")
        if key in row
    }


def test_a_later_range_begins_with_all_that_was_written_before(recording: Recording) -> None:
    steps = recording.steps
    data: Any = page_data(recording, PageRange(steps, steps, VALUES), FixedMeasure())
    assert data["steps"][0]["out"] == "[2]\n"


@pytest.mark.parametrize(
    ("first", "before"), [(1, ""), (2, "Name? 지우\n"), (3, "Name? 지우\nAge?9\n")]
)
def test_typed_lines_are_in_the_output(
    tmp_path: Path, first: int, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Recording, "typed", ((1, 6, "지우"), (2, 10, "9")))
    path = recorded(tmp_path, "print('Name? ', end='')\nprint('Age?', end='')\nprint('Hi')\n")
    with closing(Recording.open(path)) as recording:
        data: Any = page_data(recording, PageRange(first, 4, VALUES), FixedMeasure())
    written = [step.get("out", "") for step in (*data["steps"], data["after"])]
    assert "".join(written) == "Name? 지우\nAge?9\nHi\n"
    assert written[0] == before


@pytest.mark.parametrize(
    ("program", "said"),
    [
        pytest.param(
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            "killed by signal 9",
            marks=needs_signals,
        ),
        ("raise SystemExit(3)", "exited with code 3"),
        ("raise SystemExit", ""),
        ("n = 1", ""),
    ],
)
def test_the_last_step_says_how_the_program_ended(tmp_path: Path, program: str, said: str) -> None:
    with closing(Recording.open(recorded(tmp_path, f"a = 1\n{program}\n"))) as found:
        whole: Any = page_data(found, PageRange(1, found.steps, VALUES), FixedMeasure())
        part: Any = page_data(found, PageRange(1, 1, VALUES), FixedMeasure())
    assert ("end" in whole["after"]) is bool(said)
    if said:
        assert said in whole["texts"][whole["after"]["end"]][LANGUAGES.index("en")]
    assert "end" not in part["after"]


def test_an_uncaught_exception_is_named_once(tmp_path: Path) -> None:
    with closing(Recording.open(recorded(tmp_path, "1 / 0\n"))) as found:
        steps = found.steps
        page: Any = page_data(found, PageRange(1, steps, VALUES), FixedMeasure())
    assert any("was not caught" in one for one in words_of(page, steps)["says"])
    assert "end" not in page["after"]


def test_lines_end_as_a_browser_has_them_whatever_the_system_writes(tmp_path: Path) -> None:
    program = r"import sys; sys.stdout.buffer.write(b'1\r\n2\r\n')"
    with closing(Recording.open(recorded(tmp_path, program + "\n"))) as recording:
        data: Any = page_data(recording, PageRange(1, 2, VALUES), FixedMeasure())
    written = [step.get("out", "") for step in (*data["steps"], data["after"])]
    assert "".join(written) == "1\n2\n"


def test_very_much_output_is_cut_with_a_notice(tmp_path: Path) -> None:
    path = recorded(tmp_path, "for n in range(3):\n    print('x' * 150_000)\nprint('end')\n")
    with closing(Recording.open(path)) as found:
        data: Any = page_data(found, PageRange(1, found.steps, VALUES), FixedMeasure())
    written = [step.get("out", "") for step in data["steps"]]
    assert sum(map(len, written)) == 200_000
    first_cut = next(n for n, step in enumerate(data["steps"]) if "cut" in step)
    assert len(written[first_cut]) == 200_000 - 150_001


def test_all_words_that_the_page_asks_for_are_in_it(recording: Recording) -> None:
    document = page_document(page_data(recording, PageRange(1, 2, VALUES), FixedMeasure()))
    data = document.partition('id="recording">')[2].partition("</script>")[0]
    words = json.loads(data)["words"]
    page = resource("player/page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'data-(?:words|label)="([^"]+)"', page))
    player = resource("player/player.ts").read_text(encoding="utf-8")
    asked |= set(re.findall(r'"((?:page|step|output)\.\w+)"', player))
    assert asked <= set(words)
    assert all(len(set(said)) == 2 or key == "page.language" for key, said in words.items())


def test_every_colour_of_the_picture_has_a_rule(recording: Recording) -> None:
    data: Any = page_data(recording, PageRange(1, recording.steps, tuple(Level)), FixedMeasure())
    document = page_document(data)
    for name in " ".join(data["classes"]).split():
        assert re.search(rf"\.{name}[ ,{{]", document), name


def test_a_changed_slot_with_a_nested_object_has_a_ground_and_an_edge(tmp_path: Path) -> None:
    path = recorded(tmp_path, "rows = {}\nrows['a'] = [1, 2]\n")
    with closing(Recording.open(path)) as found:
        data: Any = page_data(found, PageRange(1, 3, (Level.VALUES,)), FixedMeasure())
    assert "fill c-changeSoft edge e-changeLine wide" in data["classes"]
    assert "edge e-changeLine wide" not in data["classes"]


def test_spare_places_of_a_list_are_drawn_where_sizes_are_shown(tmp_path: Path) -> None:
    path = recorded(tmp_path, "a = [0.5]\na.append(1.5)\n")
    with closing(Recording.open(path)) as found:
        for level in Level:
            data: Any = page_data(found, PageRange(1, 3, (level,)), FixedMeasure())
            assert ("fill c-ghostFill edge e-hair" in data["classes"]) is level.has_counts


def test_a_text_that_cannot_be_written_as_utf_8_is_escaped(tmp_path: Path) -> None:
    path = recorded(tmp_path, 'a = "\\udc80</script>"\nprint(ascii(a))\n')
    with closing(Recording.open(path)) as found:
        data = page_data(found, PageRange(1, found.steps, VALUES), FixedMeasure())
    page_document(data).encode("utf-8")
