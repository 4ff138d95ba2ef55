"""Starts ``python PROGRAM ARG…`` with the recorder first on its PYTHONPATH."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from visualizer.model import CannotRun
from visualizer.platform.processes import death_signal, restore_mask, start_flags
from visualizer.platform.python import command_of
from visualizer.platform.terminals import CONSOLE_IS_APART, controlling_terminal_setter
from visualizer.recorder import wire
from visualizer.recorder.versions import KNOWN_VERSIONS
from visualizer.session.options import Options, requested_recorder

ROOT = Path(__file__).resolve().parents[3]
"""The folder that contains the package, from which the program imports the recorder."""
ENTRY = ROOT / "visualizer" / "recorder" / "entry"


ENCODING_VARIABLE = "PYTHONIOENCODING"
"""Sets the encoding of the three standard streams only; files keep the code page."""


COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""Values that an interpreter sets in its environment for the C locale (PEP 538)."""


def given_environment() -> dict[str, str]:
    """Return our environment as it was before our interpreter coerced the locale.

    The program's interpreter must coerce it itself: only then does it enable UTF-8 mode (PEP 540).
    UTF-8 mode is on in our interpreter, without having been requested, only because the locale was
    C.
    """
    found = dict(os.environ)
    asked = "utf8" in sys._xoptions or "PYTHONUTF8" in found or "LC_ALL" in found
    if sys.flags.utf8_mode and not asked and found.get("LC_CTYPE") in COERCED:
        found["LC_CTYPE"] = "C"
    return found


class LaunchSetup(NamedTuple):
    """The descriptors and settings that a program starts with.

    ``spool`` is the text by which the recorder finds the spool. ``output_files`` are the
    descriptors of the output files whose length the recorder measures, None on a terminal, where
    all three streams are the same. ``mask`` are the signals to block in the program: those that
    were blocked before we blocked more. ``core`` is the file of the recorder's C part, None if the
    recorder finds it. ``is_recorded`` is false for a program that runs without the recorder.
    ``ends_with_us`` says that the recorder ends the program when we end.
    """

    spool: str
    stdin: int
    stdout: int
    stderr: int
    inherited: tuple[int, ...]
    output_files: tuple[int, int] | None
    mask: frozenset[int] | None = None
    core: str | None = None
    is_recorded: bool = True
    ends_with_us: bool = False


def working_folder(options: Options) -> str:
    """Return the absolute path of the folder in which the program runs."""
    return str((options.directory or Path()).absolute())


def launch(options: Options, python: str, setup: LaunchSetup) -> subprocess.Popen[bytes]:
    """Start the program. Raises ``CannotRun``."""
    given = options.as_given or str(options.program)
    start = command_of(python)
    command = [start.executable, *_as_operand(given), *options.arguments]
    prepare = _child_setup(setup)
    try:
        with _inheritable(setup.inherited, in_child=prepare is not None):
            return subprocess.Popen(
                command,
                stdin=setup.stdin,
                stdout=setup.stdout,
                stderr=setup.stderr,
                cwd=options.directory,
                env=_environment(options, given, setup) | start.environment,
                # As in a plain run it inherits the shell's descriptors; ours are not inheritable.
                close_fds=False,
                start_new_session=setup.output_files is None or options.as_on_console,
                creationflags=start_flags(),
                preexec_fn=prepare,  # noqa: PLW1509
            )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        where = getattr(error, "filename", None) or python
        reason = getattr(error, "strerror", None) or error
        raise CannotRun(
            "{file}: the program cannot be started: {reason}", file=where, reason=reason
        ) from None


def _as_operand(given: str) -> list[str]:
    if given == "-":
        return ["./-"]
    return ["--", given] if given.startswith("-") else [given]


def _environment(options: Options, given: str, setup: LaunchSetup) -> dict[str, str]:
    own = given_environment() | dict(options.environment)
    added = _for_console(own) if options.as_on_console and CONSOLE_IS_APART else {}
    own |= added
    if not setup.is_recorded:
        return own
    before = own.get("PYTHONPATH")
    folder = working_folder(options)
    engines: list[str] = []
    if requested_recorder(options) != "python":
        # The installed engine, without its suffix, then one built for this interpreter.
        engines = [str(ROOT / "visualizer" / "recorder" / "core" / "native")]
        engines += [setup.core] if setup.core is not None else []
    settings: dict[str, object] = {
        # Joined as the interpreter does, with "." and "..": it appears in every traceback.
        "program": os.path.join(folder, given),
        "folder": str(Path(folder, given).resolve().parent),
        "stdout": setup.output_files and setup.output_files[0],
        "stderr": setup.output_files and setup.output_files[1],
        "terminal": setup.output_files is None,
        "parent": os.getpid(),
        "root": str(ROOT),
        "versions": KNOWN_VERSIONS,
        "allocator": options.allocator,
        "expressions": None if options.expressions is None else list(options.expressions),
    }
    return own | {
        "PYTHONPATH": os.pathsep.join((str(ENTRY), before) if before else (str(ENTRY),)),
        wire.SPOOL_VARIABLE: setup.spool,
        wire.SETTINGS_VARIABLE: wire.settings_text(
            (before, str(ROOT), engines, list(added), settings)
        ),
    }


def _for_console(given: dict[str, str]) -> dict[str, str]:
    """Return variables that give files and pipes a console's encoding, unless one is chosen."""
    chosen = given.get(ENCODING_VARIABLE) or given.get("PYTHONUTF8") == "1"
    return {} if chosen else {ENCODING_VARIABLE: "utf-8"}


def _child_setup(setup: LaunchSetup) -> Callable[[], None] | None:
    """Return a function to call between fork and exec, None if there is nothing to do.

    It makes only calls that take no lock: our process may have many threads, whose locks stay as
    they were at the fork. Some systems' libraries do not support any Python code there (macOS). It
    requires a real fork, which shares all our memory with the child, page by page: that takes long
    in a window, which has much.
    """
    die_with_parent = None if setup.ends_with_us else death_signal()
    take_terminal = controlling_terminal_setter() if setup.output_files is None else None
    if die_with_parent is None and take_terminal is None and setup.mask is None:
        return None
    parent = os.getpid()

    def prepare() -> None:
        if die_with_parent is not None:
            die_with_parent()
        if os.getppid() != parent:
            os._exit(127)
        for descriptor in setup.inherited:
            os.set_inheritable(descriptor, True)
        if take_terminal is not None:
            take_terminal()
        if setup.mask is not None:
            restore_mask(setup.mask)

    return prepare


@contextmanager
def _inheritable(descriptors: tuple[int, ...], *, in_child: bool) -> Iterator[None]:
    """Make descriptors inheritable while it is entered, unless the child does so itself."""
    for descriptor in () if in_child else descriptors:
        os.set_inheritable(descriptor, True)
    try:
        yield
    finally:
        for descriptor in () if in_child else descriptors:
            os.set_inheritable(descriptor, False)
