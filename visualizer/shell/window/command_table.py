"""Connects every command to its function, except those that move between steps."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from visualizer.explain.questions.choosing import Difficulty
from visualizer.explain.questions.kinds import Question
from visualizer.explain.threads.lock_history import lock_waits
from visualizer.lessons.drafting import draft
from visualizer.shell.appearance.look import SCALES
from visualizer.shell.appearance.theme_choice import CHOICES
from visualizer.shell.appearance.words import LANGUAGES
from visualizer.shell.canvas.bar import LEVELS
from visualizer.shell.commands.command_list import HelpWindow
from visualizer.shell.program.document import LESSON_SUFFIX
from visualizer.shell.widgets.folding import Section
from visualizer.shell.window.window import MainWindow

type _Table = dict[str, Callable[[], object]]
_SIZES = ("zoom_in", "zoom_out", "zoom_reset", "fit", "fit_change")
"""Commands with the name of the view's method that carries them out."""


def connect_commands(window: MainWindow) -> None:
    """Connect the commands; call it once."""
    table = {
        **_of_program(window),
        **_of_picture(window),
        **_of_steps(window),
        **_of_lessons(window),
        **_of_window(window),
    }
    for key, do in table.items():
        # A partial function is called without Qt's checked state.
        window.commands[key].triggered.connect(partial(do))
    window.diagram.threads.picked.connect(partial(_look_at_thread, window))
    window.lives.locks_found.connect(partial(_show_waits, window))
    for changed in (window.player.recording_changed, window.player.recording_grew):
        changed.connect(partial(_show_waits, window))


def _of_program(window: MainWindow) -> _Table:
    files = window.files
    return {
        "new": partial(_begin, window),
        "open": files.open,
        "save": files.save,
        "save_as": files.save_as,
        "keep_recording": files.keep_recording,
        "share": partial(_show_share, window),
        "save_part": partial(_show_part, window),
        "record": partial(_record, window),
        "record_same": partial(_record, window, True),
        "record_inside": partial(_record_inside, window),
        "stop": partial(_stop, window),
        "run_options": partial(_show_run_options, window),
    }


def _of_picture(window: MainWindow) -> _Table:
    pane, text = window.diagram, window.source.search
    table: _Table = {
        **{way: getattr(pane.view, way) for way in _SIZES},
        "follow": lambda: window.view.follow_change(window.commands["follow"].isChecked()),
        "find": partial(_search, window, text, text.open_search),
        "replace": partial(_search, window, text, text.open_replacing),
        "find_object": partial(_search, window, pane.search, pane.search.open_search),
        "addresses": pane.addresses.turn,
        "next_thread": window.diagram.threads.pick_next,
        "print": window.printing.ask,
        "export_picture": window.pictures.export,
        "copy_picture": window.pictures.copy,
        "copy_markdown": window.pictures.copy_markdown,
    }
    for level in range(1, LEVELS + 1):
        table[f"level_{level}"] = partial(window.view.show_level, level)
    return table


def _of_lessons(window: MainWindow) -> _Table:
    predicting, lessons = window.predicting, window.lessons
    table: _Table = {
        "predict": lambda: predicting.turn(window.commands["predict"].isChecked()),
        "reveal": partial(_reveal, window),
        "new_lesson": partial(_new_lesson, window),
        "leave_lesson": lessons.close,
        "export_progress": partial(_export_progress, window),
        "reset_progress": lessons.progress.reset,
    }
    for one in Difficulty:
        table[f"predict_{one.name.lower()}"] = partial(_choose_difficulty, window, one)
    return table


def _choose_difficulty(window: MainWindow, difficulty: Difficulty) -> None:
    window.predicting.choose(difficulty)
    window.preferences.put("difficulty", int(difficulty))


def _reveal(window: MainWindow) -> None:
    """Show the answer of the open question: of a prediction, or of the lesson."""
    asks = window.predicting if window.predicting.on else window.lessons.pane
    asks.reveal()


def _new_lesson(window: MainWindow) -> None:
    """Draft a lesson from the recorded program, save it and open it."""
    recording = window.player.recording
    if recording is None or recording.end is None:
        window.announcements.note("notification.record_first")
        return
    name = Path(window.files.name).stem
    folder = window.places.lessons
    with suppress(OSError):
        # If that fails, the dialog proposes another folder.
        folder.mkdir(parents=True, exist_ok=True)
    path = window.files.dialogs.place_for("lesson", folder / f"{name}{LESSON_SUFFIX}")
    if path is None:
        return
    program = window.workbench.recorded_text or window.source.text
    text = window.player.read(lambda: draft(program, recording, path.stem), "")
    if window.files.write(path, text.encode()):
        window.files.open_path(path)
        window.announcements.saved(path)


def _export_progress(window: MainWindow) -> None:
    """Save the learner's answers as a CSV table."""
    path = window.files.dialogs.place_for("table", Path.home() / "progress.csv")
    if path is not None:
        # utf-8-sig: spreadsheets recognize the encoding by its byte order mark.
        window.files.export(path, window.lessons.progress.as_csv().encode("utf-8-sig"))


def _of_steps(window: MainWindow) -> _Table:
    return {
        "bookmark": partial(_bookmark, window),
        "bookmark_note": partial(_write_note, window),
        "next_bookmark": window.bookmarks.next,
        "previous_bookmark": window.bookmarks.previous,
        "watch": window.watch.watch,
        "trace_table": window.watch.toggle,
        "go_to_step": partial(_ask_for_step, window),
        "watch_expression": partial(_ask_for_expression, window),
        **{key: partial(_show_section, window, key) for key in window.dock.sections},
    }


def _present(window: MainWindow) -> None:
    """Present the visible lab, or the program."""
    if (lab := window.pages.lab) is not None:
        window.lab_presentation.toggle(lab)
    else:
        window.presentation.toggle()


def _of_window(window: MainWindow) -> _Table:
    arrangement, appearance = window.arrangement, window.appearance
    table: _Table = {
        "quit": window.close,
        "present": partial(_present, window),
        "pen": window.presentation.turn_pen,
        "dock": lambda: arrangement.show_dock(not arrangement.dock_shown),
        "next_pane": partial(window.pane_focus.move, 1),
        "previous_pane": partial(window.pane_focus.move, -1),
        "reset_panes": arrangement.reset,
        "text_larger": partial(appearance.step_text, 1),
        "text_smaller": partial(appearance.step_text, -1),
        "text_usual": partial(appearance.scale_text, SCALES[0]),
        "theme": appearance.next,
        "reduced_motion": lambda: appearance.reduce_motion(
            window.commands["reduced_motion"].isChecked()
        ),
        "language": partial(_other_language, window),
        "wrap": lambda: window.view.wrap_code(window.commands["wrap"].isChecked()),
        "completion": lambda: window.view.suggest(window.commands["completion"].isChecked()),
        "preferences": partial(_show_preferences, window),
        "about": partial(_show_about, window),
        "guide": partial(_show_guide, window),
        "help": lambda: HelpWindow(window.words, window.commands, window).show(),
    }
    for choice in CHOICES:
        table[f"theme_{choice.replace('-', '_')}"] = partial(appearance.choose, choice)
    return table


def _show_waits(window: MainWindow, *_: object) -> None:
    """Mark on the timeline when threads wait for locks; the first call starts the search."""
    uses = window.lives.locks()
    spans = lock_waits(uses, window.player.steps) if uses else ()
    window.transport.timeline.calls.show_waits(spans)


def _look_at_thread(window: MainWindow, number: int) -> None:
    """Show a thread's line in the editor and its innermost frame in the diagram."""
    frames = window.player.state.stacks.get(number)
    if frames:
        window.marking.look_at_thread(number)
        window.diagram.show_frame(frames[-1].serial)


def _show_guide(window: MainWindow) -> None:
    from visualizer.shell.commands.guide_window import GuideWindow

    GuideWindow(window.words, window).show()


def _show_run_options(window: MainWindow) -> None:
    from visualizer.shell.run.options_window import RunOptionsWindow

    shown = window.findChild(RunOptionsWindow) or RunOptionsWindow(
        window.remembering, window.files, window.words, window
    )
    shown.bring_up()


def _show_preferences(window: MainWindow) -> None:
    from visualizer.shell.settings.preferences_window import Adjustable, PreferencesWindow

    shown = window.findChild(PreferencesWindow)
    if shown is None:
        parts = Adjustable(
            window.preferences,
            window.words,
            window.commands,
            window.shortcuts,
            window.appearance,
            window.view,
            window.workbench,
            window.player,
            window.undoing,
            window.files.dialogs,
        )
        shown = PreferencesWindow(parts, window)
        shown.interpreter_picked.connect(window.marking.speak)
    shown.bring_up()


def _show_share(window: MainWindow) -> None:
    # Imported late: it imports the exporter of pages.
    from visualizer.shell.sharing.share_window import ShareWindow

    nothing: tuple[Question, ...] = ()
    asked = window.player.read(lambda: window.lessons.questions, nothing)
    dialogs = window.files.dialogs
    ShareWindow(window, window.player, dialogs, window.words, questions=asked).show()


def _show_part(window: MainWindow) -> None:
    # Imported late: it is rarely needed.
    from visualizer.shell.sharing.part_window import PartWindow

    dialogs, marks = window.files.dialogs, window.bookmarks
    PartWindow(window, window.player, dialogs, window.words, bookmarks=marks).show()


def _show_about(window: MainWindow) -> None:
    # Imported late: it is rarely needed.
    from visualizer.shell.commands.about_window import AboutWindow

    AboutWindow(window.words, window.places.log, window).show()


def _begin(window: MainWindow) -> None:
    """Begin an empty program, with the keyboard focus in the editor."""
    if window.files.new():
        window.arrangement.sides.bring_up(window.source.editor)
        window.source.editor.setFocus()


def _record(window: MainWindow, same_answers: bool = False) -> None:
    if window.files.record(same_answers=same_answers):
        # The arrow keys step at once; in the editor they would move the text cursor.
        window.diagram.view.setFocus()


def _record_inside(window: MainWindow) -> None:
    """Record again, from now on with the values inside the lines."""
    window.remembering.choose(replace(window.remembering.options, expressions=True))
    _record(window)


def _search(window: MainWindow, search: QWidget, opens: Callable[[], None]) -> None:
    """Show the side of the window that ``search`` is on, and open it by ``opens``."""
    window.arrangement.sides.bring_up(search)
    window.presentation.lend(search)
    opens()


def _stop(window: MainWindow) -> None:
    window.playback.pause()
    window.stepping.seeking.stop()
    window.workbench.run.stop()


def _bookmark(window: MainWindow) -> None:
    """Set a bookmark and edit its note, or remove the bookmark; a presentation stays as it is."""
    window.bookmarks.toggle()
    if window.bookmarks.note(window.player.step) is not None and not window.presentation.on:
        _write_note(window)


def _write_note(window: MainWindow) -> None:
    if window.player.step:
        window.arrangement.show_dock(True)
        window.dock.bring_up(window.dock.bookmarks.field)
        window.dock.bookmarks.write_note()


def _show_section(window: MainWindow, key: str) -> None:
    """Open a section of the dock and bring it into view; close it if it is visible."""
    section = window.dock.sections[key]
    if window.arrangement.dock_shown and section.is_open:
        section.open(False)
    else:
        _open_section(window, section)


def _open_section(window: MainWindow, section: Section) -> None:
    window.arrangement.show_dock(True)
    section.open()
    window.dock.bring_up(section)


def _ask_for_expression(window: MainWindow) -> None:
    _open_section(window, window.dock.variables)
    window.dock.variables.field.ask()


def _ask_for_step(window: MainWindow) -> None:
    window.presentation.lend(window.transport.step_field)
    window.transport.step_field.setFocus()
    window.transport.step_field.selectAll()


def _other_language(window: MainWindow) -> None:
    at = LANGUAGES.index(window.words.language)
    window.words.speak(LANGUAGES[(at + 1) % len(LANGUAGES)])
