"""Messages: one line each, in English and in Korean."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.messages import templates
from visualizer import words
from visualizer.cli.language import error_text, language, translated, translated_text
from visualizer.model import NotKept, VisualizerError, not_read
from visualizer.words import EXTERNAL_MESSAGES, WrittenTable, finished, written_table
from visualizer.words import table as words_table

IRREGULAR = "{file}: is not a regular file; choose another file"


@pytest.fixture
def korean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "ko")


def test_every_message_is_there_in_korean() -> None:
    pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")
    # Another test checks the window's own words, and that no message is left over.
    assert templates() | {*EXTERNAL_MESSAGES} <= written_table("ko").by_english.keys()


def test_a_message_is_in_the_requested_language(korean: None) -> None:
    assert translated("steps") == "단계"
    assert translated("%n bytes", n=5) == "5바이트"
    assert error_text(NotKept(IRREGULAR, file="a b")) == (
        "a b: 일반 파일이 아닙니다. 다른 파일을 고르세요."
    )


def test_the_reason_of_the_system_is_in_that_language_too(korean: None) -> None:
    error = not_read("loop.py", OSError(errno.ELOOP, "Too many levels of symbolic links"))
    assert error_text(error) == (
        "loop.py: 읽을 수 없습니다: 심볼릭 링크가 너무 많이 이어져 있습니다. 다른 파일을 고르세요."
    )


def test_a_finished_message_is_recognised(korean: None) -> None:
    error = VisualizerError("x.memtrace: damaged: chunk 5 is missing; record the program again")
    assert error_text(error) == (
        "x.memtrace: 손상되었습니다(chunk 5 is missing). 프로그램을 다시 기록하세요."
    )
    assert translated_text("nobody knows this") == "nobody knows this"
    assert translated_text("argument --step: expected one argument") == (
        "인자 --step: 값이 하나 필요합니다"
    )


def test_a_limit_is_reported_with_its_amount(korean: None) -> None:
    assert translated_text("stopped at the limit of 5 steps") == "한도 5단계에서 멈춤"
    assert translated_text("stopped at the limit of 1.5 seconds; deadlock: A → B") == (
        "한도 1.5초에서 멈춤; 교착 상태: A → B"
    )


def test_whatever_a_file_is_called_the_message_stays_on_one_line() -> None:
    error = NotKept(IRREGULAR, file="a\nb\x1b[31m\u2028c{file}")
    assert (
        error_text(error) == r"a b\x1b[31m\u2028c{file}: is not a regular file; choose another file"
    )


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"VISUALIZER_LANGUAGE": "ko", "LC_ALL": "en_US.UTF-8"}, "ko"),
        ({"VISUALIZER_LANGUAGE": "en", "LC_ALL": "ko_KR.UTF-8"}, "en"),
        ({"VISUALIZER_LANGUAGE": "fr", "LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_locales(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("VISUALIZER_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


@pytest.mark.parametrize("language", ["en", "ko"])
def test_recording_imports_no_words_without_a_message(tmp_path: Path, language: str) -> None:
    """Nor anything of Qt: a program's start waits for every import of the command."""
    tmp_path.joinpath("program.py").write_text("x = 1\n", encoding="utf-8")
    code = (
        "import sys; from visualizer.cli import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('visualizer.words', 'PySide6'))])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, "record", "program.py"],
        cwd=tmp_path,
        env={
            **os.environ,
            "VISUALIZER_LANGUAGE": language,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("left", [None, "<TS><context>"])
def test_missing_or_damaged_words_leave_messages_in_english(
    korean: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, left: str | None
) -> None:
    if left is not None:
        (tmp_path / "messages_ko.ts").write_text(left, encoding="utf-8")
    monkeypatch.setattr(words_table, "resource", lambda name: tmp_path / Path(name).name)
    for module in (words, finished):
        monkeypatch.setattr(module, "written_table", WrittenTable)
    finished._messages.cache_clear()
    assert translated("%n bytes", n=5) == "5 bytes"
    assert translated_text("interrupted") == "interrupted"
    assert (
        error_text(NotKept(IRREGULAR, file="a")) == "a: is not a regular file; choose another file"
    )
    finished._messages.cache_clear()
