"""The gallery's pictures of the labs, each of a real run on this machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.gallery.windows import let_come
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.window import MainWindow

_PATIENCE = 180
WIDE, NARROW = (1440, 900), (1024, 700)


@dataclass(frozen=True, slots=True)
class LabShot:
    """A run with ``settings``; ``share`` under 1 shows it in progress. ``like`` is the target."""

    name: str
    entry: str
    settings: Mapping[str, object] = field(default_factory=dict)
    selected: str = ""
    theme: str = "light"
    language: str = "en"
    size: tuple[int, int] = WIDE
    share: float = 1.0
    like: str = ""


_SLEEP = {"workload": "sleep", "scale": 0.1, "repeats": 5}
_CPU = {"workload": "cpu", "scale": 0.05, "repeats": 6}
_IO = {"workload": "io", "scale": 0.1, "repeats": 5}
_NUMBERS = {"task": "numbers", "repeats": 3, "sizes": [10**power for power in range(3, 8)]}
_SHORT = {"task": "numbers", "repeats": 3, "sizes": [1_000, 10_000, 100_000]}
_FILE = {"task": "file", "repeats": 3, "sizes": [1_000, 10_000, 100_000]}
_ENDLESS = {"task": "endless"}
_SOME = ["sequential", "threading", "multiprocessing", "asyncio", "free-threading"]

_TABLES = {"files": 2, "rows": 500_000, "repeats": 5}
_FEW = {**_TABLES, "methods": ["process-queue", "shm-process", "memmap", "threads"]}
_PRINTED = {"files": 6, "rows": 2_000, "methods": ["shm-process", "printed-process"]}

LABS = (
    LabShot(
        *("lab-concurrency-runs", "concurrency", _SLEEP),
        selected="gevent",
        share=0.8,
        like="lab-concurrency",
    ),
    LabShot("lab-concurrency-sleep-dark-korean", "concurrency", _SLEEP, "gevent", "dark", "ko"),
    LabShot("lab-concurrency-cpu", "concurrency", _CPU, "threading"),
    LabShot(
        *("lab-concurrency-cpu-narrow-korean", "concurrency", {**_CPU, "contestants": _SOME}),
        selected="threading",
        language="ko",
        size=NARROW,
    ),
    LabShot(
        *("lab-concurrency-io-dark-narrow", "concurrency", _IO, "asyncio", "dark"), size=NARROW
    ),
    LabShot(
        *("lab-concurrency-io-high-contrast", "concurrency", {**_IO, "jobs": 4, "steps": 3}),
        selected="asyncio",
        theme="high-contrast",
    ),
    LabShot(
        *("lab-shared-memory-dark", "shared_memory", _TABLES, "shm-pool", "dark"),
        like="lab-shared-memory",
    ),
    LabShot("lab-shared-memory-runs", "shared_memory", _FEW, share=0.6),
    LabShot(
        *("lab-shared-memory-narrow-korean", "shared_memory", _FEW, "memmap"),
        language="ko",
        size=NARROW,
    ),
    LabShot(
        *("lab-shared-memory-printed-high-contrast", "shared_memory", _PRINTED),
        theme="high-contrast",
    ),
    LabShot(
        *("lab-streaming-korean", "streaming", _NUMBERS, "generator"),
        language="ko",
        like="lab-streaming",
    ),
    LabShot("lab-streaming-runs-dark", "streaming", _SHORT, "itertools", "dark", share=0.6),
    LabShot("lab-streaming-endless", "streaming", _ENDLESS, "iterator-class"),
    LabShot("lab-streaming-endless-dark-korean", "streaming", _ENDLESS, "list", "dark", "ko"),
    LabShot("lab-streaming-narrow", "streaming", _SHORT, "iterator-class", size=NARROW),
    LabShot(
        *("lab-streaming-file-narrow-dark-korean", "streaming", _FILE, "file-lazy", "dark", "ko"),
        size=NARROW,
    ),
    LabShot(
        *("lab-streaming-high-contrast-narrow-korean", "streaming", _ENDLESS, "file-eager"),
        theme="high-contrast",
        language="ko",
        size=NARROW,
    ),
)


def take(shot: LabShot, folder: Path, scratch: Path) -> Path:
    """Make one picture; return its path."""
    make_application()
    preferences = Preferences(scratch / shot.name / "window.ini")
    preferences.put("theme", shot.theme)
    preferences.put("language", shot.language)
    appearance = Appearance(preferences)
    appearance.apply()
    window = MainWindow(preferences, appearance)
    window.assemble()
    window.resize(*shot.size)
    window.show()
    window.complete()
    window.pages.show(shot.entry)
    page = window.pages.lab
    assert page is not None
    let_come(lambda: window.transport.timeline.is_complete)
    run_lab(page, shot.settings, shot.share)
    select = getattr(page, "select", None)
    if shot.selected and select is not None:
        select(shot.selected)
    for _ in range(8):
        QApplication.processEvents()
    out = folder / f"{shot.name}.png"
    window.grab().save(str(out))
    window.close()
    return out


def run_lab(page: LabPage, settings: Mapping[str, object], share: float = 1.0) -> None:
    """Run a lab to its end, or until ``share`` of it is done."""
    page.controls.show_chosen(dict(settings))
    page.start()
    let_come(lambda: not page.run.active or page.results.share >= share < 1)
    page.show_now()
