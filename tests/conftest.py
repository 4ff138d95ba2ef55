"""Settings of all tests: no screen, no traces in the home folder, one language."""

import gc
import math
import os
import signal
import sys
import tempfile
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Generator
from compileall import compile_file
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from zlib import crc32

import hypothesis
import pytest
from dev_words import are_compiled, compile_words

from visualizer.session.engine import building
from visualizer.session.engine.build_choice import core_for, has_installed_build
from visualizer.session.start.interpreter import check_interpreter

# The time of an example says more about the machine than about the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
PROGRAM_PYTHON = "VISUALIZER_TESTS_PROGRAM_PYTHON"
"""The variable that passes the value of ``--program-python`` to the tests and their processes."""
USUAL_THRESHOLDS = gc.get_threshold()
RARE_THRESHOLDS = (25 * USUAL_THRESHOLDS[0], *USUAL_THRESHOLDS[1:])
"""A test that compares recordings makes millions of objects that live to its end: examining them
again and again takes a quarter of its time.
"""
SETTINGS_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of this suite; CONTRIBUTING.md explains them."""
    group = parser.getgroup("visualizer")
    group.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing"
    )
    group.addoption(
        "--peers",
        type=Path,
        metavar="FOLDER",
        help="folder with other tools to compare with; without it those tests are left out",
    )
    group.addoption(
        "--full", action="store_true", help="run the long tests too, not a fixed sample of them"
    )
    group.addoption(
        "--program-python",
        type=Path,
        metavar="PATH",
        help="the interpreter that runs the programs of tests/recorder; without it this one",
    )
    group.addoption(
        "--no-skips", action="store_true", help="count a skipped test as failed, as CI does"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the environment before anything of Qt is loaded; children inherit it."""
    config.addinivalue_line("markers", "peers: compares with another tool; needs --peers")
    config.addinivalue_line("markers", "full: takes long; needs --full")
    config.addinivalue_line("markers", "share(n): one in n of its parameters; all with --full")
    config.addinivalue_line("markers", "needs_core: what the engine in C alone promises")
    config.addinivalue_line("markers", "own_collector: the collector is on as the test begins")
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell that starts pytest in the background ignores SIGINT; our processes inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ["VISUALIZER_LANGUAGE"] = "en"
    # It takes away the locks of streams that a student's machine has, and the faults they bring.
    os.environ.pop("PYTHONUNBUFFERED", None)
    # With it every worker would compile all test modules, and every process all its imports.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if not hasattr(config, "workerinput") and not are_compiled():
        compile_words()
    scratch = tempfile.TemporaryDirectory(prefix="visualizer-tests-")
    config.add_cleanup(scratch.cleanup)
    for name in SETTINGS_FOLDERS:
        folder = Path(scratch.name, name.lower())
        folder.mkdir()
        os.environ[name] = str(folder)
    if sys.platform == "win32":
        os.environ["LOCALAPPDATA"] = scratch.name
    if (python := config.getoption("program_python")) is not None:
        os.environ[PROGRAM_PYTHON] = str(python)
        _build_engine(str(python))


def _build_engine(python: str) -> None:
    """Compile the engine for the interpreter before the first test, without a time limit."""
    _, build = check_interpreter(python)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "PATIENCE", math.inf)
        core_for(python, build)


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Use half as many processes again as there are cores, and at least two more.

    Tests wait for other processes: three on two cores left a fifth of the time idle.
    """
    cores = yield
    more = 0 if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else max(2, cores // 2)
    return cores + more


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Collect without the collector: nothing dies. A worker of the suite first does its share of
    the compiling, which in a clean checkout takes longer than everything else here.
    """
    gc.disable()
    if (worker := getattr(session.config, "workerinput", None)) is not None:
        share = slice(int(worker["workerid"].removeprefix("gw")), None, worker["workercount"])
        tests = sorted(ROOT.glob("tests/**/test_*.py"))
        others = {*ROOT.glob("tests/**/*.py"), *ROOT.glob("visualizer/**/*.py")}.difference(tests)
        for path in sorted(others)[share]:
            compile_file(path, quiet=2)
        # An import alone compiles a module of tests with pytest's assertions.
        for path in tests[share]:
            with suppress(Exception, pytest.skip.Exception):  # its collection reports it
                import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests that need an option: long tests, and comparisons without peers.

    Runs after ``-k`` and the like, so that a test selected alone is always in its share.
    """
    asked = {
        "full": config.getoption("full"),
        "peers": config.getoption("peers") is not None,
        "needs_core": has_installed_build(),
    }
    out = {
        item
        for item in items
        if any(item.get_closest_marker(marker) and not asked[marker] for marker in asked)
    }
    if not asked["full"]:
        out.update(beyond_share([item for item in items if item not in out]))
    if out:
        config.hook.pytest_deselected(items=list(out))
        items[:] = [item for item in items if item not in out]


def beyond_share(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return the parameters that a short run leaves out: of ``share(n)``, all but one in n.

    Their names decide, so a new parameter displaces at most one other.
    """
    families = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        if item.get_closest_marker("share") is not None:
            families[item.nodeid.partition("[")[0]].append(item)
    out = []
    for family in families.values():
        share = family[0].get_closest_marker("share")
        assert share is not None
        family.sort(key=lambda item: crc32(item.nodeid.partition("[")[2].encode()))
        out += family[-(-len(family) // share.args[0]) :]
    return out


def pytest_collection_finish() -> None:
    """Freeze all objects that live to the end (modules, tests): the collector skips them.

    The garbage among them stays too: to find it takes each worker half a second.
    """
    gc.freeze()
    gc.enable()


def pytest_sessionfinish() -> None:
    """Collect the garbage of the last window tests while every object can still be closed."""
    if (core := sys.modules.get("PySide6.QtCore")) is not None:
        # The next window would do this: the event loop deletes closed widgets.
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Collect the garbage of window tests here, between tests, and never on another thread.

    The collector runs on any thread that allocates, for example the thread that gives a worker of
    the suite its orders. A widget that dies on that thread crashes the process, now or later.
    """
    has_widgets = not {"qapp", "qtbot"}.isdisjoint(getattr(item, "fixturenames", ()))
    is_own = item.get_closest_marker("own_collector") is not None
    gc.set_threshold(*(USUAL_THRESHOLDS if has_widgets or is_own else RARE_THRESHOLDS))
    if has_widgets and not is_own:
        gc.disable()
        full = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (n, most) in enumerate(full) if n > most]
        if due:
            gc.collect(due[-1])
    elif not gc.isenabled():
        gc.collect()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With --no-skips turn a skip into a failure that keeps its reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and item.config.getoption("no_skips"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which --no-skips forbids: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _recorded_by_the_engine(request: pytest.FixtureRequest) -> Generator[None]:
    """Record the programs of a test with the C engine if the test needs it."""
    with pytest.MonkeyPatch.context() as patched:
        if request.node.get_closest_marker("needs_core") is not None:
            patched.setenv("VISUALIZER_RECORDER", "core")
        yield


@pytest.fixture(autouse=True)
def _memory_is_not_traced() -> Generator[None]:
    """Fail a test that leaves memory tracing on: it makes later tests several times slower."""
    yield
    was_traced = tracemalloc.is_tracing()
    tracemalloc.stop()
    assert not was_traced


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in the folder `golden` next to the test."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("update_golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == (path.read_text(encoding="utf-8") if path.exists() else "")

    return compare
