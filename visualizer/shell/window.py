"""The main window: it makes the parts and connects them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.resources import resource
from visualizer.shell.actions import fill_menu, make_actions
from visualizer.shell.announcements import Announcements
from visualizer.shell.appearance import Appearance
from visualizer.shell.arrangement import NARROW, Arrangement
from visualizer.shell.bands import Action
from visualizer.shell.bookmark_panel import BookmarkPanel
from visualizer.shell.bookmarks import Bookmarks
from visualizer.shell.breakpoint_signs import BreakpointSigns
from visualizer.shell.breakpoint_tools import BreakpointTools
from visualizer.shell.bytecode_pane import BytecodePane
from visualizer.shell.commands import connect_commands
from visualizer.shell.controls import follow_keys
from visualizer.shell.diagram_pane import LEVELS, DiagramPane
from visualizer.shell.dialogs import Asks, Dialogs
from visualizer.shell.dock import Dock
from visualizer.shell.dressing import dress
from visualizer.shell.file_commands import FileCommands
from visualizer.shell.file_drop import FileDrop
from visualizer.shell.filter_bar import SWITCHES
from visualizer.shell.font_choice import FontChoice
from visualizer.shell.garbage import MainThreadCollector
from visualizer.shell.header import Header
from visualizer.shell.inspector import Inspector
from visualizer.shell.late_import import LateImport
from visualizer.shell.life_feed import LifeFeed
from visualizer.shell.live_mode import LiveMode
from visualizer.shell.marking import Marking
from visualizer.shell.output_commands import OutputCommands
from visualizer.shell.output_pane import OutputPane
from visualizer.shell.picked_name import PickedName
from visualizer.shell.picture_commands import PictureCommands
from visualizer.shell.places import Places, beside
from visualizer.shell.playback import Playback
from visualizer.shell.player import Player
from visualizer.shell.preferences import Preferences
from visualizer.shell.presentation import Caption, Presentation
from visualizer.shell.printing import Printing
from visualizer.shell.program_memory import ProgramMemory
from visualizer.shell.reading_band import ReadingBand
from visualizer.shell.recent_files import RecentFiles, RecentMenu
from visualizer.shell.remembering import Remembering
from visualizer.shell.rooms import Rooms
from visualizer.shell.run_memory import RunMemory
from visualizer.shell.run_settings import run_settings
from visualizer.shell.seeking import Seeking
from visualizer.shell.session_folder import SessionFolder
from visualizer.shell.session_keeper import SessionKeeper
from visualizer.shell.shortcuts import Shortcuts
from visualizer.shell.source_pane import SourcePane
from visualizer.shell.step_pane import StepPane
from visualizer.shell.stepping import Stepping
from visualizer.shell.text_scale import TextScale
from visualizer.shell.text_sizes import SIZES, STEP, px
from visualizer.shell.trace_table import TraceTable
from visualizer.shell.transport import Transport
from visualizer.shell.type_table import TypeTable
from visualizer.shell.undoing import Undoing, connect_undoing
from visualizer.shell.watch_commands import WatchCommands
from visualizer.shell.watching import Watching
from visualizer.shell.window_state import WindowState
from visualizer.shell.words import LANGUAGES, Words, system_language
from visualizer.shell.workbench import Workbench

FIRST_EXAMPLE = "examples/call_example.py"
_SIZE, _LEAST = QSize(1440, 900), QSize(640, 400)
_FRAME = QSize(8, 36)
"""What the system may put around a window."""
_FIRST_LEVEL = 3


class MainWindow(QMainWindow):
    """Shows what ``open_first`` or ``open_file`` puts on the table; ``dialogs`` makes who asks."""

    def __init__(
        self,
        preferences: Preferences,
        appearance: Appearance,
        dialogs: Callable[[QWidget, Words], Asks] = Dialogs,
        places: Places | None = None,
    ) -> None:
        super().__init__()
        self._collector = MainThreadCollector(self)
        self._records_first = False
        self.preferences, self.appearance = preferences, appearance
        language = preferences.text("language", LANGUAGES, system_language())
        self.words = words = Words(language, self)
        self.player = Player(self)
        self._charts = LateImport("visualizer.charts.timeline", self)
        self.playback = Playback(self.player, self)
        self.places = places or beside(preferences.file)
        folder = SessionFolder(self.places.sessions)
        self.workbench = Workbench(self.player, folder, self)
        self.commands = make_actions(self, words)
        self.addActions(list(self.commands.values()))
        self.shortcuts = Shortcuts(self.commands, preferences)
        self._preferences_window: QDialog | None = None
        self._make_parts()
        self.announcements = Announcements(
            self.diagram.bands, self.player, self.workbench, words, self.commands
        )
        self.files = FileCommands(
            *(self.workbench, self.source, self.announcements, dialogs(self, words), words),
            bookmarks=self.bookmarks,
        )
        self.drop = FileDrop(self, self.files, self.diagram.bands.problem, words)
        self._make_tools()
        self._make_keepers(folder)
        connect_commands(self)
        connect_undoing(self)
        self._connect()
        WindowState(self)
        self.text_scale = TextScale(self)
        self.fonts = FontChoice(self)
        self.live = LiveMode(self)
        self.rooms = Rooms(self)
        self._charts.done.connect(self.rooms.complete)
        self._recall()

    def _make_parts(self) -> None:
        player, words, commands = self.player, self.words, self.commands
        theme, code = self.appearance.theme, code_font(SIZES["code_size"][0])
        output_font = code_font(SIZES["output_size"][0])
        menu = QMenu(self)
        parts = fill_menu(menu, commands, words)
        self.recent = RecentMenu(RecentFiles(self.preferences), words, parts["file"])
        parts["file"].insertMenu(commands["save"], self.recent)
        self.header = Header(menu, commands, words, theme)
        self.source = SourcePane(words, theme, code, commands)
        self.output = OutputPane(player, words, theme, output_font)
        self.lives = LifeFeed(player, self)
        self.diagram = DiagramPane(player, words, self.appearance.name, commands, lives=self.lives)
        self.watching = Watching(player, self)
        self.trace = TraceTable(player, self.watching, words, theme, output_font)
        follow_keys(self.trace.empty.setText, words, "trace.empty", commands["watch"])
        self.bookmarks = Bookmarks(player, self)
        self.dock = Dock(
            StepPane(player, words, theme),
            BookmarkPanel(player, self.bookmarks, words, theme),
            TypeTable(player, self.diagram.scene, words),
            Inspector(player, words, theme, lives=self.lives),
            BytecodePane(player, words, theme),
            words=words,
            theme=theme,
        )
        self.transport = Transport(
            player, self.playback, actions=commands, words=words, theme=theme
        )
        self.caption = Caption(player, self.bookmarks, words, theme)
        self.arrangement = Arrangement(
            self.header,
            self.source,
            self.output,
            self.diagram,
            self.trace,
            dock=self.dock,
            transport=self.transport,
            caption=self.caption,
            words=words,
        )
        self.setCentralWidget(self.arrangement)

    def _make_tools(self) -> None:
        """What works with the parts: each follows the player or a command."""
        words = self.words
        self.marking = Marking(self.player, self.workbench, self.source, self.announcements, words)
        bands = self.diagram.bands
        ReadingBand(bands, self.transport.timeline.feed, self.words)
        self.stepping = Stepping(
            *(self.player, self.playback, self.commands, self.source),
            selected=lambda: self.diagram.scene.selected,
            picked=PickedName(self.player, self.diagram.view, self.diagram.scene),
            seeking=Seeking(self.player, bands, words),
        )
        self.stepping.missed.connect(self.announcements.note)
        self.stepping.doubted.connect(self.announcements.doubt)
        self.undoing = Undoing(bands, self.player, self.commands["undo"], words)
        self.breakpoints = BreakpointTools(
            *(self.player, self.source, self.commands, words),
            code=self.source.editor.font(),
            undo=self.undoing.offer,
        )
        BreakpointSigns(self.player, self.source.breakpoints, self.transport.slider)
        self.presentation = Presentation(self, self.caption)
        self.pictures = PictureCommands(
            self.diagram, self.player, self.files.dialogs, self.announcements
        )
        self.printing = Printing(
            *(self.diagram, self.player, self.files.dialogs, self.announcements, words),
        )
        OutputCommands(self.player, self.output, self.stepping.seeking, self.commands["printed"])
        self.watch = WatchCommands(
            self.player,
            self.watching,
            self.trace,
            self.diagram,
            self.dock.inspector,
            dialogs=self.files.dialogs,
            announcements=self.announcements,
            words=words,
        )

    def _make_keepers(self, folder: SessionFolder) -> None:
        """What is remembered from one run, and from one start, to the next."""
        memory = ProgramMemory(self.places.programs)
        self.run_memory = RunMemory(memory, self.workbench)
        self.source.run_strip.follow(self.run_memory)
        self.files.saved.connect(self.run_memory.keep)
        remembering = Remembering(memory, self.workbench, self.source, self.watching)
        self.files.saved.connect(remembering.keep)
        self.sessions = SessionKeeper(self, folder)

    def _connect(self) -> None:
        self.bookmarks.changed.connect(self._show_bookmarks)
        self.bookmarks.failed.connect(
            lambda error: self.announcements.problem("band.bookmark", error)
        )
        self.recent.picked.connect(self.files.open_path)
        self._charts.done.connect(self.transport.timeline.complete)
        self._charts.done.connect(self.dock.inspector.history.complete)
        self.diagram.level_picked.connect(self.show_level)
        self.header.language_picked.connect(self.speak)
        self.diagram.scene.frame_chosen.connect(self.marking.look_at)
        self.diagram.object_selected.connect(lambda serial: self.select(serial or None))
        self.dock.object_picked.connect(self.select)
        self.dock.types.picked.connect(self.diagram.flash)
        self.diagram.filter.switched.connect(self.preferences.put)
        self.diagram.search.opened.connect(self.dock.types.forget)
        self.dock.inspector.closed.connect(lambda: self.select(None))
        self.dock.closed.connect(lambda: self.arrangement.show_dock(False))
        self.output.input_row.line_entered.connect(self._send_line)
        self.output.input_row.input_ended.connect(self.workbench.run.end_input)
        self.output.input_row.same_asked.connect(self.workbench.give_same_answers)
        self.workbench.run.answered.connect(self.output.console.note_answer)
        self.workbench.run_began.connect(self.output.console.forget_typed)
        self.workbench.program_changed.connect(self.output.console.forget_typed)
        self.announcements.running_shown.connect(self.source.heading.show_running)
        self.appearance.changed.connect(self._dress)
        self.presentation.changed.connect(self.commands["present"].setChecked)

    def _recall(self) -> None:
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self.restoreGeometry(self.preferences.blob("geometry"))
        self.fit_width()
        self.arrangement.recall(self.preferences)
        preferences = self.preferences
        self.recall_view()
        for part, (usual, limits) in SIZES.items():
            self.set_size(part, preferences.number(part, *limits, usual))
        self._dress()
        self.workbench.settings = run_settings(preferences)
        self.workbench.new()

    def open_first(self) -> None:
        """The example of the first run, to be recorded, with a line on what to press."""
        self.workbench.open(resource(FIRST_EXAMPLE), example=True)
        self._records_first = True
        words = self.words
        self.announcements.hint(
            Action(lambda: words("band.open"), self.commands["open"].trigger, symbol="folder-open")
        )

    def open_file(self, path: Path) -> None:
        """A program, which is not run, or a recording; raises ``VisualizerError``.

        One that a window had before is shown as it was left.
        """
        self.workbench.open(path)
        if self.workbench.kept is None:
            self.sessions.resume(path)

    def open_last(self) -> None:
        """What the last window had, which is not run; the first example where there was none."""
        if not self.sessions.restore():
            self.open_first()
        self.rooms.recall()

    def complete(self) -> None:
        """What can wait until the window is painted."""
        self._charts.start()
        self.source.begin_colours()
        self.sessions.look_around()
        self.announcements.say_settings(self.preferences)
        self.fonts.say_missing()
        if self._records_first:
            self.files.record()
        elif self.player.recording is None:
            self.source.editor.setFocus()

    def show_level(self, level: int) -> None:
        """Draw as much as ``level`` asks for, from now on."""
        self.diagram.show_level(level)
        self.commands[f"level_{level}"].setChecked(True)
        self.preferences.put("level", level)

    def show_callout(self, shown: bool) -> None:
        """Show a sentence at the place of change, or not, from now on."""
        self.diagram.scene.show_callout(shown)
        self.commands["callout"].setChecked(shown)
        self.preferences.put("callout", shown)

    def follow_change(self, follows: bool) -> None:
        """Bring what a step changes into view, or leave the view where it is, from now on."""
        self.diagram.follows = follows
        self.commands["follow"].setChecked(follows)
        self.preferences.put("follow", follows)

    def recall_view(self) -> None:
        """Draw as was chosen before, in the usual way where nothing was."""
        preferences = self.preferences
        self.show_level(preferences.number("level", 1, LEVELS, _FIRST_LEVEL))
        self.show_callout(not preferences.has("callout") or preferences.flag("callout"))
        self.follow_change(not preferences.has("follow") or preferences.flag("follow"))
        kept = {key: not preferences.has(key) or preferences.flag(key) for key in SWITCHES}
        self.diagram.filter.recall(kept)

    def set_size(self, part: str, pixels: int) -> None:
        """Write code, or output, so large from now on."""
        resize = {"code_size": self.source.set_code_size, "output_size": self.output.set_text_size}
        resize[part](px(pixels) // STEP * STEP)
        self.preferences.put(part, pixels)

    def open_preferences(self) -> None:
        """Show the preferences beside the window, or bring them to the front."""
        if self._preferences_window is None:
            from visualizer.shell.preferences_window import PreferencesWindow

            self._preferences_window = PreferencesWindow(self)
        self._preferences_window.show()
        self._preferences_window.activateWindow()

    def speak(self, language: str) -> None:
        """Change the language of everything, from now on."""
        self.words.speak(language)
        self.preferences.put("language", language)

    def select(self, serial: int | None) -> None:
        """Select an object in the diagram and show it in the dock."""
        self.diagram.scene.select(serial)
        self.dock.inspector.inspect(serial)

    def _send_line(self, line: str) -> None:
        self.output.console.note_typed(line)
        self.player.last()
        self.workbench.send_line(line)
        self.output.ask(False)

    def _show_bookmarks(self) -> None:
        """Their signs on the timeline and in the trace table."""
        steps = self.bookmarks.steps
        self.transport.slider.show_bookmarks(steps)
        self.trace.mark(frozenset(steps))
        for key in ("next_bookmark", "previous_bookmark"):
            self.commands[key].setEnabled(bool(steps))

    def _dress(self) -> None:
        dress(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dock floats where room is short."""
        super().resizeEvent(event)
        self.fit_width()

    def fit_width(self) -> None:
        """Arrange what is there for the width, and for the size of words."""
        self.arrangement.fit_width(self.width())
        self.header.tabs.set_narrow(self.width() < px(NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; then end what runs and remember how the window was."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.preferences.put("geometry", self.saveGeometry())
        self.arrangement.remember(self.preferences)
        self.run_memory.settle()
        self.shut_down(discard=self.files.unsaved)
        event.accept()

    def shut_down(self, *, discard: bool = False) -> None:
        """End whatever runs, on every thread: Qt aborts a process that ends with one alive."""
        self.playback.pause()
        self.stepping.seeking.stop()
        self.watch.export.stop()
        self.rooms.shut_down()
        self.sessions.leave(discard=discard)
        self._charts.wait()
        self.diagram.feed.shut_down()
        self.lives.shut_down()
        self.dock.inspector.history.feed.shut_down()
        self.watching.shut_down()
        self.workbench.close()
        self._collector.stop()
