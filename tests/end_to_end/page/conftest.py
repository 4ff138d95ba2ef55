"""A browser, and pages in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from visualizer.diagram.fonts import QtMeasure
from visualizer.explain.questions.kinds import Question
from visualizer.export.page.data import page_data
from visualizer.export.page.document import page_document
from visualizer.export.page.pictures import Json
from visualizer.export.page.range import choose_range
from visualizer.layout.analysis.facts import Level
from visualizer.recording import Recording

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome"),
    # Part of every Windows, but not on the PATH.
    str(Path(os.environ.get("PROGRAMFILES(X86)", ""), "Microsoft/Edge/Application/msedge.exe")),
)

type OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium or a relative; the tests download nothing."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium is installed here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def known_data() -> dict[object, Json]:
    """Cache the page of each text: many tests open the same page."""
    return {}


@pytest.fixture
def page_file(qtbot: QtBot, tmp_path: Path, known_data: dict[object, Json]) -> Callable[..., Path]:
    """Make the page of a program, or of a recording, at one or all levels of detail."""

    def data_of(
        path: Path,
        steps: tuple[int, int] | None,
        level: Level | None,
        questions: tuple[Question, ...] = (),
    ) -> Json:
        with closing(Recording.open(path)) as recording:
            chosen = choose_range(recording, steps, level)
            return page_data(recording, chosen, QtMeasure(), questions=questions)

    def make(
        program: str | Path,
        *,
        steps: tuple[int, int] | None = None,
        questions: tuple[Question, ...] = (),
        level: Level | None = None,
        **begin: str,
    ) -> Path:
        key = program, steps, level
        if isinstance(program, Path):
            data = data_of(program, steps, level, questions)
        elif key in known_data:
            data = known_data[key]
        else:
            data = known_data[key] = data_of(recorded(tmp_path, program), steps, level)
        file = tmp_path / "page.html"
        file.write_text(page_document(data, **begin), encoding="utf-8")
        return file

    return make


@pytest.fixture(scope="session")
def known_pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """Cache a page of each size and kind: a browser takes most of a second to open one."""
    pages: dict[str, Page] = {}
    yield pages
    for page in pages.values():
        page.context.close()


@pytest.fixture
def open_page(
    browser: Browser, known_pages: dict[str, Page], page_file: Callable[..., Path]
) -> Iterator[OpenPage]:
    """Open the page of a program; every complaint of the browser is a failure.

    Tests share a page and load another file into it; ``is_new`` gives a test a page of its own.
    """
    complaints: list[str] = []
    used: list[Page] = []
    new: list[Page] = []

    def page_of(options: dict[str, object], *, is_new: bool) -> Page:
        key = str(sorted(options.items()))
        if not is_new and key in known_pages and known_pages[key] not in used:
            return known_pages[key]
        page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
        if is_new or key in known_pages:
            new.append(page)
        else:
            known_pages[key] = page
        return page

    def on_console(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    def on_error(error: Error) -> None:
        complaints.append(str(error))

    def opened(
        program: str | Path,
        *,
        size: tuple[int, int] = (1280, 800),
        hash: str = "",  # noqa: A002 - the browser's own word
        steps: tuple[int, int] | None = None,
        begin: dict[str, str] | None = None,
        questions: tuple[Question, ...] = (),
        level: Level | None = None,
        is_new: bool = False,
        **options: object,
    ) -> Page:
        start = {"language": "en"} | (begin or {})
        file = page_file(program, steps=steps, questions=questions, level=level, **start)
        viewport = {"width": size[0], "height": size[1]}
        page = page_of({"viewport": viewport, **options}, is_new=is_new)
        used.append(page)
        page.on("console", on_console)
        page.on("pageerror", on_error)
        page.goto(f"{file.as_uri()}{hash}")
        return page

    yield opened
    for page in used:
        page.remove_listener("console", on_console)
        page.remove_listener("pageerror", on_error)
        if page in new:
            page.context.close()
        else:
            page.goto("about:blank")
    assert complaints == []
