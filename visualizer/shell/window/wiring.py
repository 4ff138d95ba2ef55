"""Connects the parts of the window, so that each follows changes of the others."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from visualizer.lessons.lesson import Lesson
from visualizer.model import VisualizerError
from visualizer.shell.appearance.look import THEME, resize_kept
from visualizer.shell.canvas.presentation import LEAST_TYPE
from visualizer.shell.run.options import run_settings
from visualizer.shell.window.window import MainWindow


def connect_parts(window: MainWindow) -> None:
    """Connect the parts to each other; call it once, after all are made."""
    for connect in (
        _connect_settings,
        _connect_lessons,
        _connect_undoing,
        _connect_rooms,
        _connect_picture,
        _connect_dock,
        _connect_output,
        _connect_state,
    ):
        connect(window)


def _connect_settings(window: MainWindow) -> None:
    window.words.changed.connect(lambda: window.preferences.put("language", window.words.language))
    window.appearance.changed.connect(partial(show_theme, window))
    # An empty trace table needs less room.
    window.watching.changed.connect(window.arrangement.middle.halve_later)
    window.appearance.text_scaled.connect(partial(_resize_text, window))
    window.appearance.fonts_changed.connect(window.view.recall_sizes)
    window.appearance.fonts_changed.connect(window.diagram.measure_again)
    window.diagram.level_picked.connect(window.view.show_level)
    window.header.language_picked.connect(window.words.speak)
    for key, section in window.dock.sections.items():
        section.toggled.connect(partial(window.preferences.put, key))


def show_theme(window: MainWindow) -> None:
    """Draw the pictures in the current theme, and check the matching commands."""
    appearance, commands = window.appearance, window.commands
    window.breakpoints.row.set_code_font(window.source.editor.font())
    for scene in (window.diagram.scene, window.diagram.addresses.scene):
        scene.set_theme(THEME.name)
    window.diagram.scene.motion.reduced = appearance.reduced_motion
    commands["reduced_motion"].setChecked(appearance.reduced_motion)
    commands[f"theme_{appearance.choice.replace('-', '_')}"].setChecked(True)


def _resize_text(window: MainWindow, percent: int) -> None:
    """Lay out all parts for another text size."""
    resize_kept(window)
    window.view.recall_sizes()
    window.arrangement.resize_words()
    window.fit_width()
    window.pages.resize_words()
    window.diagram.enlarge(percent)
    window.transport.timeline.place()
    if not window.source.editor.hasFocus():
        # Larger lines may have moved the line of the step out of view.
        window.marking.show()


def _connect_lessons(window: MainWindow) -> None:
    lessons, dock = window.lessons, window.dock
    pane, card = dock.lesson, dock.prediction
    window.files.lesson_read.connect(lessons.open)
    lessons.shown.connect(partial(_show_lesson, window))
    lessons.opened.connect(partial(_record_expressions, window))
    lessons.began.connect(window.diagram.view.setFocus)
    for comparing in (lessons, window.drop):
        comparing.comparison_asked.connect(window.comparing.show)
    leave = window.commands["leave_lesson"]
    lessons.changed.connect(lambda: leave.setEnabled(lessons.open_one is not None))
    leave.setEnabled(False)
    for asking in (pane, card):
        asking.pointed.connect(lambda serial: window.diagram.flash((serial,)))
    window.diagram.object_selected.connect(lessons.answer_with)
    window.diagram.object_selected.connect(card.answer_with)
    window.stepping.gate = lambda: pane.may_go_on() and window.predicting.may_go_on()
    window.diagram.view.installEventFilter(card)
    window.predicting.turned.connect(window.commands["predict"].setChecked)
    window.predicting.changed.connect(dock.show_question)
    for signal in (dock.lesson_shown, window.predicting.turned):
        signal.connect(partial(_give_room_to_read, window))
    window.presentation.changed.connect(partial(_present, window))
    window.diagram.view.installEventFilter(pane)


def _give_room_to_read(window: MainWindow, *_: bool) -> None:
    reads = window.lessons.open_one is not None or window.predicting.on
    window.arrangement.left.give_more(reads)


def _record_expressions(window: MainWindow, lesson: Lesson) -> None:
    """Record the values inside lines for a lesson that shows them, if our recorder can."""
    from visualizer.session.engine.build_choice import has_installed_build

    settings = window.workbench.settings
    can = settings.python is None and settings.recorder != "python" and has_installed_build()
    if lesson.expressions and can:
        window.remembering.choose(replace(window.remembering.options, expressions=True))


def _show_lesson(window: MainWindow, shown: bool) -> None:
    window.dock.show_lesson(shown)
    if shown:
        window.arrangement.show_dock(True)


def _present(window: MainWindow, presented: bool) -> None:
    """Enlarge the lesson; show the question below the diagram, or again in the dock."""
    card, pixels = window.dock.prediction, LEAST_TYPE if presented else None
    window.dock.show_large(pixels)
    card.show_large(pixels)
    if presented:
        window.caption.insert(card)
    else:
        window.dock.insert(card)


def _connect_undoing(window: MainWindow) -> None:
    undoing, bookmarks, recent = window.undoing, window.bookmarks, window.recent
    window.workbench.program_changed.connect(undoing.another_program)
    window.player.recording_changed.connect(undoing.another_program)
    bookmarks.removed.connect(
        lambda step, note: undoing.offer("undo.bookmark", partial(bookmarks.put, step, note))
    )
    recent.cleared.connect(
        lambda paths: undoing.offer(
            "undo.recent", partial(recent.files.bring_back, paths), of_program=False
        )
    )
    window.sessions.thrown_away.connect(
        lambda bring: undoing.offer("undo.text", bring, of_program=False)
    )


def _connect_rooms(window: MainWindow) -> None:
    pages, presentation = window.pages, window.presentation
    pages.leaves_program.connect(presentation.leave)
    # The other page hides the steps.
    pages.leaves_program.connect(window.playback.pause)
    pages.program_entered.connect(window.source.editor.setFocus)
    window.source.editor.escaped.connect(window.diagram.view.setFocus)
    pages.returned.connect(window.diagram.view.setFocus)
    pages.covered.connect(presentation.hold_escape)
    pages.covered.connect(partial(_paint_cover, window))
    for signal in (
        window.workbench.program_changed,
        window.files.not_opened,
        window.files.not_saved,
        window.drop.asked,
        window.sessions.offered,
    ):
        signal.connect(pages.show_program)
    for one in (presentation, window.lab_presentation):
        one.changed.connect(window.commands["present"].setChecked)
    pages.changed.connect(lambda _: window.lab_presentation.leave())
    presentation.changed.connect(window.marking.show)
    presentation.pen.changed.connect(window.commands["pen"].setChecked)


def _paint_cover(window: MainWindow, covered: bool) -> None:
    """Export the picture of a comparison while it covers the program."""
    page = window.comparing.page if covered else None
    window.pictures.paint_instead = page.painted if page is not None else None


def panes_in_order(window: MainWindow) -> Sequence[QWidget]:
    """Return the panes that the focus keys visit, in their order."""
    menu, page = window.header.menu_button, window.pages.page
    if page is not None:
        return (menu, *page.panes)
    return (
        menu,
        window.source.editor,
        *window.output.views.values(),
        window.output.input_row.field,
        window.diagram.view,
        window.diagram.addresses.view,
        *window.diagram.notifications.buttons[:1],
        window.trace.view,
        window.dock.prediction,
        window.dock.lesson,
        window.dock.area,
        window.dock.variables.view,
        window.dock.calls.view,
        window.transport.slider,
    )


def _connect_picture(window: MainWindow) -> None:
    diagram, menu = window.diagram, window.sheet_menu
    diagram.addresses.changed.connect(partial(_choose_pictures, window))
    window.charts.answered.connect(window.transport.timeline.complete)
    diagram.scene.frame_chosen.connect(window.marking.look_at)
    diagram.object_selected.connect(lambda serial: window.select(serial or None))
    diagram.search.opened.connect(window.dock.types.forget)
    menu.hide_asked.connect(diagram.filter.hide_type)
    menu.copied.connect(window.announcements.note)
    menu.inspect_asked.connect(partial(_inspect, window))
    menu.picked.connect(window.select)
    window.transport.step_field.done.connect(partial(_focus_diagram, window))
    window.bookmarks.changed.connect(partial(_show_bookmarks, window))
    _show_bookmarks(window)
    window.bookmarks.failed.connect(
        lambda error: window.announcements.problem("notification.bookmark", error)
    )


def _choose_pictures(window: MainWindow, pictures: int) -> None:
    """Save which pictures are visible; the address space also makes runs record free blocks."""
    window.preferences.put("pictures", pictures)
    window.workbench.settings = run_settings(window.preferences)


def _inspect(window: MainWindow, serial: int) -> None:
    window.select(serial)
    window.arrangement.show_dock(True)
    window.dock.show_inspector()


def _focus_diagram(window: MainWindow) -> None:
    """Focus the diagram, where the step keys work."""
    window.arrangement.sides.bring_up(window.diagram.view)
    window.diagram.view.setFocus()


def _show_bookmarks(window: MainWindow) -> None:
    """Show the bookmarks on the timeline and in the trace table."""
    steps = window.bookmarks.steps
    window.transport.slider.show_bookmarks(steps)
    window.trace.mark(frozenset(steps))


def _connect_dock(window: MainWindow) -> None:
    dock, diagram = window.dock, window.diagram
    window.charts.answered.connect(dock.inspector.history.complete)
    dock.inspector.look_at(diagram.scene)
    dock.inspector.closed.connect(lambda: window.select(None))
    dock.closed.connect(lambda: window.arrangement.show_dock(False))
    dock.object_picked.connect(window.select)
    dock.types.picked.connect(diagram.flash)
    dock.calls.follow(window.transport.timeline.feed)
    dock.variables.frame_picked.connect(diagram.show_frame)
    window.player.level_changed.connect(partial(_show_types, window))
    _show_types(window)


def _show_types(window: MainWindow) -> None:
    """Count the objects of each type only above the lowest level of detail."""
    window.dock.show_types(window.player.level > 1)


def _connect_output(window: MainWindow) -> None:
    bench, console, row = window.workbench, window.output.console, window.output.input_row
    row.lines_entered.connect(partial(_send_lines, window))
    row.input_ended.connect(bench.run.end_input)
    row.same_asked.connect(bench.give_same_answers)
    bench.run.answered.connect(console.note_answer)
    bench.run_began.connect(console.forget_typed)
    bench.program_changed.connect(console.forget_typed)
    window.recent.picked.connect(window.files.open_path)
    window.announcements.encoding_chosen.connect(
        lambda path, encoding: window.files.open_path(path, guess=encoding)
    )
    window.announcements.place_asked.connect(partial(_lead_to, window))
    bench.run_failed.connect(partial(_type_on, window))
    window.announcements.running_shown.connect(window.source.heading.show_running)
    window.announcements.running_shown.connect(window.dock.lesson.show_running)


def _send_lines(window: MainWindow, lines: Sequence[str]) -> None:
    """Send a line, and each further one when the program reads again."""
    line, *others = lines
    window.output.console.note_typed(line)
    window.player.last()
    window.workbench.send_line(line)
    window.workbench.run.answer(tuple(others))
    window.output.ask(False)


def _lead_to(window: MainWindow, file: str, line: int, name: str) -> None:
    """Put the text cursor at an error, so that the user can type the correction at once."""
    edited = window.lines.differ
    if window.presentation.on or (edited and name and file == window.source.shown):
        # In a presentation, typing would be an accident; and an edit may have moved the line.
        return
    window.arrangement.sides.bring_up(window.source.editor)
    window.source.put_cursor(file, line, name)


def _type_on(window: MainWindow, error: VisualizerError) -> None:
    """Move the focus from the diagram to the editor, so that the user can correct the program."""
    from visualizer.session.start.program import SyntaxFault

    if window.focusWidget() is not window.diagram.view or window.presentation.on:
        return
    if isinstance(error, SyntaxFault) and error.line is not None:
        _lead_to(window, window.workbench.file, error.line, "")
    else:
        window.source.editor.setFocus()


_OF_A_STEP = (
    *("print", "printed", "share", "save_part", "bookmark", "compare", "keep_step"),
    *("export_picture", "copy_picture", "copy_markdown", "pen"),
    *("zoom_in", "zoom_out", "zoom_reset", "fit", "fit_change"),
)
"""Commands that need a step."""


def _connect_state(window: MainWindow) -> None:
    window.refusals.asked.connect(window.announcements.note)
    for signal in (
        window.workbench.run_began,
        window.workbench.run_progressed,
        window.workbench.run_ended,
        window.workbench.run_failed,
        window.workbench.program_changed,
        window.player.recording_changed,
        window.player.step_changed,
        window.stepping.seeking.changed,
        window.presentation.changed,
        window.bookmarks.changed,
        window.files.title_changed,
        window.source.edited,
        window.words.changed,
    ):
        signal.connect(partial(_show_state, window))


def _show_state(window: MainWindow, *_: object) -> None:
    """Adapt title, commands and placeholder texts to the program and its recording."""
    bench, words = window.workbench, window.words
    active = bench.run.active
    if (path := bench.kept or bench.document.path) is not None and not bench.example:
        window.recent.files.note(path)
    busy = active or window.playback.playing or window.stepping.seeking.busy
    refuse = window.refusals.refuse
    refuse("stop", "" if busy else "refused.stop")
    locked = "editor.recorded" if bench.kept is not None else ""
    for key in ("record", "record_inside", "live", "run_options"):
        refuse(key, locked)
    no_step = "" if window.player.step > 0 else "step.nothing"
    no_answers = "" if bench.has_answers else no_step or "refused.record_same"
    refuse("record_same", locked or no_answers)
    unfinished = no_step or "refused.running"
    refuse("keep_recording", "" if window.player.end is not None else unfinished)
    for key in _OF_A_STEP:
        refuse(key, no_step)
    # Of the dock, a presentation shows only the lesson.
    presents = "refused.presentation" if window.presentation.on else ""
    for key in ("watch_expression", *window.dock.sections):
        refuse(key, presents)
    refuse("bookmark_note", no_step or presents)
    for key in ("next_bookmark", "previous_bookmark"):
        refuse(key, "" if window.bookmarks.steps else "refused.bookmarks")
    one_thread = "refused.next_thread" if window.diagram.threads.isHidden() else ""
    refuse("next_thread", no_step or one_thread)
    again = bench.recorded_text is not None or window.player.recording is not None
    window.source.record.set_words(words("command.record_again" if again else "command.record"))
    left = bench.answers.left
    window.output.input_row.offer(words("input.same", n=len(left)), left)
    window.output.ask(bench.asks)
    window.diagram.show_starting(active)
    mark = "*" if window.files.unsaved else ""
    window.setWindowTitle(f"{mark}{bench.name} \u2014 {words('app.name')}")
