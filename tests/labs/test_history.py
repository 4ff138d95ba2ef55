"""Stored runs: complete, in order, limited in number, and not trusted."""

from pathlib import Path

import pytest

from visualizer.labs import history as history_module
from visualizer.labs.history import History
from visualizer.labs.reading import amount, text

REPORT = {"lab": "concurrency", "host": {}, "settings": {}, "results": [], "absent": {}}
SHAPE = {"lab": "concurrency"}


def test_stored_runs_come_back_the_newest_first(tmp_path: Path) -> None:
    history = History(tmp_path / "labs" / "concurrency", SHAPE)
    assert history.entries() == []
    first = history.keep({**REPORT, "settings": {"n": 1}}, when=1000.0)
    second = history.keep({**REPORT, "settings": {"n": 2}}, when=2000.5)
    assert history.entries() == [second, first]
    again = history.load(first)
    assert again is not None
    assert again["settings"] == {"n": 1}
    history.forget(first)
    history.forget(first)
    assert history.entries() == [second]
    assert history.load(first) is None


def test_a_figure_that_a_stored_run_lacks_is_none(tmp_path: Path) -> None:
    row = {"name": text, "seconds": (None, amount), "host": (None, {"cpus": (None, amount)})}
    history = History(tmp_path, {"lab": "concurrency", "results": [row], "settings": {}})
    rows = [{"name": "a", "host": {}, "more": 1}, {"name": "b", "seconds": 2}]
    found = history.load(history.keep({**REPORT, "results": rows}))
    assert found is not None
    assert found["results"] == [
        {"name": "a", "seconds": None, "host": {"cpus": None}, "more": 1},
        {"name": "b", "seconds": 2, "host": None},
    ]


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST", 3)
    history = History(tmp_path, SHAPE)
    for when in range(5):
        history.keep(REPORT, when=float(when))
    assert [entry.when for entry in history.entries()] == [4.0, 3.0, 2.0]


def test_damaged_files_are_no_runs(tmp_path: Path) -> None:
    history = History(tmp_path, SHAPE)
    for number, written in enumerate(("", "[]", "{", '{"lab": 3}', "\udcff", "[" * 100_000)):
        path = tmp_path / f"{number}.json"
        path.write_text(written, encoding="utf-8", errors="surrogateescape")
    tmp_path.joinpath("other.json").write_text("{}")
    assert [history.load(entry) for entry in history.entries()] == [None] * 6


def test_a_run_that_is_stored_where_another_was_not_found_is_listed(tmp_path: Path) -> None:
    history = History(tmp_path, SHAPE)
    entry = history.keep(REPORT, when=1000.0)
    history.forget(entry)
    assert history.load(entry) is None
    entry.path.write_text("[]")
    assert history.load(entry) is None
    assert history.entries() == []
    assert history.keep(REPORT, when=1000.0) == entry
    assert history.entries() == [entry]


def test_nothing_is_left_if_nothing_can_be_written(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("")
    with pytest.raises(OSError, match="file"):
        History(tmp_path / "file", SHAPE).keep(REPORT)
    history = History(tmp_path / "there", SHAPE)
    with pytest.raises(TypeError):
        history.keep({"no": object()})
    assert list(history.folder.iterdir()) == []
