"""The verb lab: the place of its results, and the arguments that it refuses."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Captured, one_line, run
from tests.systems import ON_WINDOWS, make_no_file, needs_devices, needs_links, needs_named_pipes
from visualizer.labs.concurrency.contestants import contestant

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")


FREE = contestant("free-threading").python
SHORT = ("lab", "concurrency", "--contestants", "sequential", "--scale", "0.01", "--repeat", "1")


@needs_links
def test_results_are_stored_through_a_link_and_reported_too(
    tmp_path: Path, capfd: Captured
) -> None:
    kept, link = tmp_path / "kept.h5", tmp_path / "link.h5"
    kept.write_text("old")
    link.symlink_to(kept)
    assert run(*SHORT, "--json", "-o", link) == 0
    assert json.loads(capfd.readouterr().out)["results"][0]["error"] is None
    assert link.is_symlink()
    with h5py.File(kept) as file:
        assert len(file["sequential/seconds"]) == 1


@needs_links
def test_nothing_is_measured_if_the_place_is_a_link_to_itself(
    tmp_path: Path, capfd: Captured
) -> None:
    link = tmp_path / "link.h5"
    link.symlink_to(link)
    assert run(*SHORT, "-o", link) == 1
    assert one_line(capfd).startswith(f"{link}: cannot be written: ")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (".", "is a directory; choose a file"),
        ("no/such.h5", "its directory does not exist; create it"),
        pytest.param(
            "/dev/null", "is not a regular file; choose another file", marks=needs_devices
        ),
    ],
)
def test_nothing_is_measured_if_no_file_can_be_written(
    place: str, why: str, tmp_path: Path, capfd: Captured
) -> None:
    out = tmp_path / place
    assert run(*SHORT, "-o", out) == 1
    assert one_line(capfd) == f"{out}: {why}"
    if not ON_WINDOWS:
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_results_that_cannot_be_stored_are_printed_all_the_same(
    tmp_path: Path, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "what HDF5 says, at length")

    monkeypatch.setattr("visualizer.labs.keeping.keep", full)
    assert run(*SHORT, "-o", tmp_path / "out.h5") == 1
    said = capfd.readouterr()
    assert said.out.startswith("sequential")
    assert said.err.endswith("out.h5: the disk is full; free some space or choose another place\n")


@pytest.mark.parametrize("wrong", [("--scale", "1e300"), ("--contestants", ",")])
def test_a_wait_without_end_and_nobody_at_all_are_wrong_usage(
    wrong: tuple[str, str], capfd: Captured
) -> None:
    assert run("lab", "concurrency", *wrong) == 2
    assert wrong[0] in one_line(capfd)


def test_the_reason_for_an_absent_method_is_in_the_language_of_messages(
    capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "ko")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert run("lab", "concurrency", "--contestants", "free-threading") == 1
    assert f"{FREE}를 쓸 수 없습니다" in capfd.readouterr().out


def test_tables_have_headings_intervals_and_all_asked_for_columns(
    capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "ko")
    options = ("--methods", "threads", "--rows", "1500", "--repeat", "2", "--growth")
    assert run("lab", "shared-memory", *options) == 0
    heads, row, *rest = capfd.readouterr().out.splitlines()
    assert heads.split()[:4] == ["읽기", "ms", "전달", "쓰기"]
    assert row.startswith("threads ")
    assert row.endswith("] × 2")
    text = "\n".join(rest)
    for word in (
        "이 컴퓨터, 초당 GB: 메모리 복사",
        "행 수에 따른 증가:",
        "threads       2,000",
        "3,000",
    ):
        assert word in text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".", "is a directory; choose a file"),
        ("gone.tsv", "no such file; check the path"),
        pytest.param("pipe", "is not a regular file; choose", marks=needs_named_pipes),
    ],
)
def test_a_table_that_cannot_be_read_is_named_once(
    name: str, why: str, tmp_path: Path, capfd: Captured
) -> None:
    make_no_file(tmp_path / "pipe")
    assert run("lab", "shared-memory", "--methods", "threads", "--source", tmp_path / name) == 1
    assert one_line(capfd).startswith(f"{tmp_path / name}: {why}")


def test_growth_does_not_go_with_files_of_ones_own(tmp_path: Path, capfd: Captured) -> None:
    assert run("lab", "shared-memory", "--growth", "--source", tmp_path) == 2
    assert one_line(capfd) == "--growth makes its own tables and cannot be used with --source"
