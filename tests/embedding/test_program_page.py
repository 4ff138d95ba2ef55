"""A program turned into a page by the command line, and the frames that show it."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from visualizer.embedding.program_page import (
    NoPlayer,
    PlayerOptions,
    check_steps,
    linked_frame,
    program_page,
    sandboxed_frame,
)


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="recording">(.*?)</script>', page)
    assert found is not None
    data = json.loads(found[1])
    assert isinstance(data, dict)
    return data


def test_a_program_becomes_a_page_that_begins_at_a_line() -> None:
    page = program_page("a = 1\nb = 2\nc = 3\n", PlayerOptions(level="values"), first_line=2)
    assert (page.first, page.last, page.recorded) == (2, 4, 4)
    data = data_of(page.html)
    assert (data["program"], data["first"]) == ("program.py", 2)


def test_the_choices_of_the_author_go_into_the_page() -> None:
    options = PlayerOptions(level="counts", steps="2-3", language="ko", theme="dark")
    data = data_of(program_page("a = 1\nb = 2\nc = 3\n", options).html)
    assert data["start"] == {"language": "ko", "theme": "dark"}
    assert [level["name"] for level in data["levels"]] == ["counts"]  # type: ignore[attr-defined]
    assert (data["first"], len(data["steps"])) == (2, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "steps", "said"),
    [
        ("a = (\n", "", r"^program.py, line 1: '\(' was never closed$"),
        ("a = 1\n", "5-9", "^program.memtrace: there is no step 5"),
        ("", "3-2", "step"),
    ],
)
def test_a_program_that_cannot_be_shown_is_reported(
    source: str, steps: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "en")
    with pytest.raises(NoPlayer, match=said):
        program_page(source, PlayerOptions(steps=steps))


def test_a_program_does_not_see_modules_that_lie_where_the_page_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('mine')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = program_page("import random\nprint(random.__name__)\n", PlayerOptions(level="values"))
    assert page.recorded > 1
    assert [path.name for path in tmp_path.iterdir()] == ["random.py"]


def test_a_frame_holds_the_whole_page_and_lets_it_reach_nothing() -> None:
    hostile = '<p title="x">\'&amp;</p></iframe><script>bad()</script>'
    frame = sandboxed_frame(hostile, '"><script>', 300)
    assert unescape(re.search(r'srcdoc="(.*?)"', frame)[1]) == hostile  # type: ignore[index]
    assert frame.count("<") == 2
    assert 'sandbox="allow-scripts"' in frame
    assert "height:300px" in frame
    assert linked_frame("a/b.html", "t", 5).count('src="a/b.html"') == 1


@pytest.mark.parametrize("text", ["3", "a-b", "3-", "1-2-3", ""])
def test_a_range_of_steps_is_two_numbers(text: str) -> None:
    assert check_steps(" 3 - 20 ") == "3-20"
    with pytest.raises(ValueError, match="range of steps"):
        check_steps(text)
