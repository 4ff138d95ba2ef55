"""Makes the parts of the window in slices, between which the window is painted.

Importing their modules takes longer than making them.
"""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.explain.questions.choosing import Difficulty
from visualizer.shell.appearance.look import SIZES
from visualizer.shell.appearance.words import LANGUAGES, Words, system_language
from visualizer.shell.asking import Asking
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.picked_name import PickedName
from visualizer.shell.canvas.picture_commands import PictureCommands, PictureDrag, Printing
from visualizer.shell.canvas.presentation import Caption, Presentation
from visualizer.shell.canvas.sheet_menu import SheetMenu
from visualizer.shell.commands.actions import fill_menu, make_actions
from visualizer.shell.commands.edit_commands import EditCommands
from visualizer.shell.commands.refusing import Refusals
from visualizer.shell.commands.shortcuts import Shortcuts
from visualizer.shell.comparing.comparing import Comparing
from visualizer.shell.dock.bookmark_panel import BookmarkPanel
from visualizer.shell.dock.bytecode_pane import BytecodePane
from visualizer.shell.dock.call_tree import CallTree
from visualizer.shell.dock.dock import Dock
from visualizer.shell.dock.step_pane import StepPane
from visualizer.shell.dock.type_table import TypeTable
from visualizer.shell.dock.variable_table import VariableTable
from visualizer.shell.editor.completion.completing import Completing
from visualizer.shell.editor.hovered_name import HoveredName
from visualizer.shell.inspector.inspector import Inspector
from visualizer.shell.inspector.life_feed import LifeFeed
from visualizer.shell.labs.common.presenting import LabPresentation
from visualizer.shell.lessons.lesson_pane import LessonPane
from visualizer.shell.lessons.lessons import Lessons
from visualizer.shell.lessons.predicting import DifficultyChoice, Predicting
from visualizer.shell.lessons.progress import Progress
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.notifications.announcements import Announcements, said
from visualizer.shell.notifications.undoing import Undoing
from visualizer.shell.output.origin import OutputCommands
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.playback.inside import Inside
from visualizer.shell.playback.player import Playback, Player
from visualizer.shell.playback.seeking import Seeking
from visualizer.shell.playback.stepping import Stepping
from visualizer.shell.playback.transport import Transport
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.program.file_drop import FileDrop
from visualizer.shell.program.outside import OutsideChanges
from visualizer.shell.program.recent_files import RecentFiles, RecentMenu
from visualizer.shell.program.remembering import ProgramMemory, Remembering
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.live_mode import LiveMode
from visualizer.shell.run.options import run_settings
from visualizer.shell.sessions.folder import SessionFolder
from visualizer.shell.sessions.keeper import SessionKeeper
from visualizer.shell.settings.view_settings import ViewSettings
from visualizer.shell.source.breakpoint_tools import BreakpointTools
from visualizer.shell.source.inside_row import InsideRow
from visualizer.shell.source.marking import Marking
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.recorded_lines import RecordedLines
from visualizer.shell.timeline.breakpoint_signs import BreakpointSigns
from visualizer.shell.timeline.profile_feed import ReadingNotification
from visualizer.shell.trace.table import TraceTable
from visualizer.shell.trace.watch_commands import WatchCommands
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.controls import follow_keys
from visualizer.shell.widgets.dialogs import Dialogs
from visualizer.shell.window.arrangement import Arrangement
from visualizer.shell.window.command_table import connect_commands
from visualizer.shell.window.focus import PaneFocus
from visualizer.shell.window.header import Header, ProgramNews
from visualizer.shell.window.pages import make_compare_page, make_page
from visualizer.shell.window.tabs import PROGRAM, Pages
from visualizer.shell.window.window import MainWindow
from visualizer.shell.window.wiring import connect_parts, panes_in_order, show_theme


def assemble(
    window: MainWindow, dialogs: Callable[[QWidget, Words], Dialogs] | None
) -> Iterator[None]:
    """Make all parts; ``dialogs`` makes the object that asks the user, by default ``Dialogs``."""
    preferences = window.preferences
    language = preferences.text("language", LANGUAGES, system_language())
    window.words = words = Words(language, window)
    window.player = Player(window)
    window.charts = Asking()
    window.playback = Playback(window.player, window)
    folder = SessionFolder(window.places.sessions)
    asks = (dialogs or Dialogs)(window, words)
    window.workbench = Workbench(window.player, folder, window, wait=asks.wait_for)
    window.commands = make_actions(window, words)
    window.addActions(list(window.commands.values()))
    window.shortcuts = Shortcuts(window.commands, preferences)
    window.installEventFilter(window.shortcuts)
    window.appearance.prepare()
    yield
    yield from _make_parts(window)
    _arrange(window)
    yield
    window.announcements = Announcements(
        window.diagram.notifications, window.player, window.workbench, words, window.commands
    )
    window.refusals = Refusals(window, window.commands, partial(said, words, window.commands))
    outside = OutsideChanges(window.workbench, window.source, window.announcements)
    window.installEventFilter(outside)
    window.files = FileCommands(
        *(window.workbench, window.source, window.announcements, asks),
        bookmarks=window.bookmarks,
        outside=outside,
    )
    window.drop = FileDrop(window, window.files, window.diagram.notifications, words)
    _make_tools(window)
    _make_view_tools(window)
    _make_lessons(window)
    _make_keepers(window, folder)
    yield
    _make_live(window)
    _make_rooms(window)
    window.comparing = Comparing(
        *(window.player, window.files, window.announcements, window.commands),
        sessions=window.places.sessions,
        pages=window.pages,
        make_page=partial(make_compare_page, window),
        words=window.words,
    )
    connect_commands(window)
    connect_parts(window)
    yield
    _recall(window)


def _make_rooms(window: MainWindow) -> None:
    tabs = window.header.tabs
    window.pages = Pages(
        window.arrangement, tabs, window.commands, window.preferences, partial(make_page, window)
    )
    ProgramNews(window.workbench, tabs.tabs[PROGRAM], window.pages, window.words)
    window.pane_focus = PaneFocus(
        window,
        partial(panes_in_order, window),
        window.dock.lesson,
        window.arrangement.sides,
    )


def _make_live(window: MainWindow) -> None:
    window.live = LiveMode(
        *(window.player, window.workbench, window.source, window.commands["live"]),
        notification=window.diagram.notifications.live,
        record=partial(window.files.record, same_answers=True, live=True),
    )
    for part in (window.source.live_strip, window.announcements, window.marking, window.output):
        part.follow(window.live)


def _make_parts(window: MainWindow) -> Iterator[None]:
    player, words, commands = window.player, window.words, window.commands
    code, output_font = (code_font(usual) for usual, _ in SIZES.values())
    menu = QMenu(window)
    window.recent = RecentMenu(RecentFiles(window.preferences), words, menu)
    parts = fill_menu(menu, commands, words, {"recent": window.recent})
    window.header = Header(menu, commands, words)
    yield
    window.source = SourcePane(words, code, commands)
    EditCommands(commands, window.source.editor, parts["edit"])
    window.output = OutputPane(player, words, output_font)
    yield
    window.lives = LifeFeed(player, window)
    window.diagram = DiagramPane(player, words, commands)
    yield
    window.watching = Watching(player, window)
    window.trace = TraceTable(player, window.watching, words, output_font)
    window.trace.menu.ask_expression = commands["watch_expression"].trigger
    follow_keys(window.trace.empty.setText, words, "trace.empty", commands["watch"])
    window.bookmarks = Bookmarks(player, window)
    window.dock = Dock(
        StepPane(player, words),
        BookmarkPanel(player, window.bookmarks, words),
        TypeTable(player, window.diagram.scene, window.diagram.filter, words),
        Inspector(player, words, window.lives),
        BytecodePane(player, words),
        variables=VariableTable(player, window.watching, words),
        calls=CallTree(player, words),
        lesson=LessonPane(words, code),
        prediction=QuestionCard(words, code),
        words=words,
    )
    yield
    window.transport = Transport(player, window.playback, actions=commands, words=words)
    window.caption = Caption(player, window.bookmarks, words)
    yield


def _arrange(window: MainWindow) -> None:
    """Put the parts together, still hidden."""
    window.arrangement = Arrangement(
        window.header,
        window.source,
        window.output,
        window.diagram,
        window.trace,
        dock=window.dock,
        transport=window.transport,
        caption=window.caption,
        words=window.words,
    )
    window.arrangement.hide()
    window.setCentralWidget(window.arrangement)


def _make_tools(window: MainWindow) -> None:
    """Make the tools for code, steps and output: each follows the player or a command."""
    words = window.words
    window.lines = RecordedLines(window.workbench, window.source)
    window.marking = Marking(
        *(window.player, window.workbench, window.source, window.announcements),
        lines=window.lines,
        words=words,
    )
    notifications = window.diagram.notifications
    ReadingNotification(notifications, window.transport.timeline.feed, window.words)
    _make_inside(window)
    window.stepping = Stepping(
        *(window.player, window.playback, window.commands, window.source),
        selected=lambda: window.diagram.scene.selected,
        picked=PickedName(window.player, window.diagram.view),
        lines=window.lines,
        seeking=Seeking(window.player, notifications, words),
        inside=window.inside,
    )
    window.stepping.missed.connect(window.announcements.note)
    window.stepping.doubted.connect(window.announcements.doubt)
    window.undoing = Undoing(notifications, window.player, window.commands["undo"])
    window.breakpoints = BreakpointTools(
        *(window.player, window.source, window.commands, words),
        code=window.source.editor.font(),
        undo=window.undoing.offer,
    )
    HoveredName(window.player, window.source, window.lines, window.diagram.scene, words)
    bench = window.workbench
    window.completing = Completing(window.source, lambda: bench.document.path)
    OutputCommands(window.player, window.output, window.stepping.seeking, window.commands)


def _make_inside(window: MainWindow) -> None:
    """Make the tools that step through the expressions of a line."""
    window.inside = Inside(window.player)
    window.inside_row = InsideRow(
        *(window.inside, window.player, window.source, window.words),
        action=window.commands["inside"],
        differs_in=window.lines.differ_in,
    )
    window.inside.changed.connect(lambda: window.diagram.feed.show_inside(window.inside.place))


def _make_view_tools(window: MainWindow) -> None:
    """Make the tools for the picture: settings, presentation, export, watching, menu."""
    words = window.words
    window.view = ViewSettings(
        *(window.preferences, window.commands, window.player, window.diagram, window.source),
        output=window.output,
        completing=window.completing,
    )
    BreakpointSigns(window.player, window.source, window.lines, window.transport.slider)
    window.presentation = Presentation(
        *(window.diagram, window.source, window.output, window.trace),
        caption=window.caption,
        others=(window.header, window.transport, window.diagram.notifications.offer),
        arrangement=window.arrangement,
        stepping=window.stepping,
        player=window.player,
    )
    window.lab_presentation = LabPresentation(window, window.header, window.appearance)
    window.pictures = PictureCommands(
        *(window.diagram, window.player, window.files, window.announcements, words),
    )
    window.picture_drag = PictureDrag(
        *(window.diagram.bar.picture, window.pictures, window.player),
        *(window.commands["copy_picture"], words),
    )
    window.printing = Printing(
        *(window.diagram, window.player, window.files, window.announcements, words),
    )
    window.watch = WatchCommands(
        window.player,
        window.watching,
        window.trace,
        window.diagram,
        window.dock.inspector,
        files=window.files,
        words=words,
    )
    window.sheet_menu = SheetMenu(
        window.player, window.diagram.view, window.stepping, window.watch, words
    )


def _make_lessons(window: MainWindow) -> None:
    """Make the lessons, and the questions about any program."""
    pane, card = window.dock.lesson, window.dock.prediction
    progress = Progress(window.places.progress, window)
    window.lessons = Lessons(
        *(window.workbench, window.player, window.files, window.announcements),
        pane=pane,
        progress=progress,
        known=RecentFiles(window.preferences, "lessons/known"),
        programs=window.places.state / "lesson-programs",
    )
    window.predicting = Predicting(window.player, card, lambda: window.playback.playing, window)
    usual = int(window.predicting.difficulty)
    chosen = window.preferences.number("difficulty", min(Difficulty), max(Difficulty), usual)
    window.predicting.choose(Difficulty(chosen))
    window.commands[f"predict_{Difficulty(chosen).name.lower()}"].setChecked(True)
    card.add_tool(DifficultyChoice(window.predicting, window.commands, window.words))


def _make_keepers(window: MainWindow, folder: SessionFolder) -> None:
    """Make the parts that keep data from run to run and from start to start."""
    memory = ProgramMemory(window.places.programs)
    window.remembering = Remembering(memory, window.workbench, window.source, window.watching)
    window.source.run_strip.follow(window.remembering)
    window.files.saved.connect(window.remembering.keep)
    window.sessions = SessionKeeper(
        *(folder, window.workbench, window.player, window.source),
        files=window.files,
        view=window.diagram.view,
        lessons=window.lessons,
        announcements=window.announcements,
        notifications=window.diagram.notifications,
        words=window.words,
    )


def _recall(window: MainWindow) -> None:
    """Restore the state of the last window."""
    preferences = window.preferences
    # Apply the style once all widgets have parents: Qt would repeat it for each new parent.
    window.appearance.apply()
    window.fit_width()
    window.arrangement.recall(preferences)
    window.view.recall()
    window.view.recall_sizes()
    show_theme(window)
    for key, section in window.dock.sections.items():
        section.open(preferences.flag(key))
    window.workbench.settings = run_settings(preferences)
    window.workbench.new()
