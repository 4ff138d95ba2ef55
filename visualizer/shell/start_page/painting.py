"""Paints the pictures of the examples for the start page, in a process of its own:

python -m visualizer.shell.start_page.painting FOLDER THEME LANGUAGE FILE...

The process records each example and draws a step of the recording as the window would. It prints
the name of each file when its picture is complete. It ends at the end of its input, so it also ends
if the window is killed.
"""

import _thread
import os
import signal
import sys
import tempfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from visualizer import __version__
from visualizer.lessons.examples import Example
from visualizer.lessons.marks import questions_of_lesson, steps_of_marks
from visualizer.platform.files import replacing
from visualizer.recording import Recording
from visualizer.shell.start_page.shown import Shown, all_shown

_SHARPNESS = 1.5
_ENDED = 130


def picture_name(example: Shown, theme: str, language: str) -> str:
    """Return the file name of a picture; it changes with the program's text."""
    what = example.what
    step = str(what.shows) if isinstance(what, Example) else ""
    parts = (__version__, step, theme, language, example.program)
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f"{Path(example.file).stem}-{digest[:16]}.png"


def paint(example: Shown, theme: str, language: str, folder: str) -> bytes:
    """Record the example in ``folder`` and draw its step at level Values."""
    from visualizer.diagram.fonts import QtMeasure
    from visualizer.diagram.painting.sheet_picture import picture_of_sheet
    from visualizer.diagram.picture import ensure_application
    from visualizer.diagram.themes import theme as theme_named
    from visualizer.layout.analysis.facts import Level
    from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
    from visualizer.session.options import Options
    from visualizer.session.record import record_program

    ensure_application()
    out, program = Path(folder, "example.memtrace"), Path(folder, "example.py")
    program.write_text(example.program, encoding="utf-8")
    record_program(Options(program, time_limit=20), out, tee=False, quiet=True)
    with closing(Recording.open(out)) as recording:
        sheets = Sheets(walk_of(recording), recording.sources, QtMeasure(), Level.VALUES, CANVAS)
        cursor = recording.cursor()
        step = _step_of(example, recording)
        sheet = sheets.sheet(cursor.seek(step), cursor.delta(step))
        return picture_of_sheet(sheet, theme_named(theme), _SHARPNESS, language=language)


def _step_of(example: Shown, recording: Recording) -> int:
    what = example.what
    if isinstance(what, Example):
        return steps_of_marks({"shows": what.shows}, recording)["shows"]
    questions = questions_of_lesson(what, recording, what.key)
    return next(iter(questions.values())).proof


def main() -> None:
    """Paint the pictures of the files on the command line."""
    folder, theme, language, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        # From here on, a signal also removes the folder.
        signal.signal(signal.SIGTERM, _end)
        # ``Thread.start`` waits for the thread, and a signal cannot interrupt that.
        _thread.start_new_thread(_watch_input, ())
        for example in all_shown():
            if example.file in files:
                path = Path(folder, picture_name(example, theme, language))
                with replacing(path) as beside:
                    beside.write_bytes(paint(example, theme, language, work))
                sys.stdout.write(f"{example.file}\n")
                sys.stdout.flush()


def _watch_input() -> None:
    os.read(sys.stdin.fileno(), 1)
    # The main thread handles the signal.
    signal.raise_signal(signal.SIGTERM)


def _end(number: int, frame: object) -> None:
    sys.exit(_ENDED)


if __name__ == "__main__":
    main()
