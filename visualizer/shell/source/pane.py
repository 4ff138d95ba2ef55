"""The pane of the program: its name, the button that records it, its text, a legend."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.shell.appearance.look import THEME, px, sized
from visualizer.shell.appearance.words import Words
from visualizer.shell.editor.code_editor import CodeEditor
from visualizer.shell.editor.code_layout import note_size
from visualizer.shell.editor.emphasis import Stress
from visualizer.shell.editor.search import TextSearch
from visualizer.shell.editor.syntax_watch import SyntaxWatch, span_of
from visualizer.shell.run.strips import LiveStrip, RunStrip
from visualizer.shell.source.breakpoints import Breakpoints, Place
from visualizer.shell.source.heading import FileTabs, SourceHeading
from visualizer.shell.source.signs import (
    SIGN_COLOURS,
    LineMark,
    LineNote,
    Sign,
    ThreadMark,
    draw_sign,
)
from visualizer.shell.source.texts import SourceTexts
from visualizer.shell.widgets.controls import Button, follow_action, follow_keys, with_keys
from visualizer.shell.widgets.layouts import in_column, in_row, rule
from visualizer.shell.widgets.pane import Pane

_ALWAYS = (Sign.ABOUT_TO_RUN, Sign.JUST_RAN)


class Legend(QWidget):
    """Names the two usual signs, or the step's signs if it has more important ones."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.signs: tuple[Sign, ...] = _ALWAYS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.changed.connect(self._speak)
        self._speak()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(200, px(32))

    def show_signs(self, signs: set[Sign]) -> None:
        """Name these signs, in their fixed order."""
        # These signs leave no room for signs that the step does not have.
        always = () if signs & {Sign.RAISED, Sign.LOOKED_AT} else _ALWAYS
        shown = tuple(sign for sign in Sign if sign in signs or sign in always)
        if shown != self.signs:
            self.signs = shown
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(", ".join(self._name(sign) for sign in self.signs))
        self.update()

    def _name(self, sign: Sign) -> str:
        return self._words(f"sign.{sign.name.lower()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs and names in turn; leave out those that do not fit."""
        painter = QPainter(self)
        painter.setFont(sized(self.font(), 12))
        x = 62.0
        for sign in self.signs:
            width = painter.fontMetrics().horizontalAdvance(self._name(sign))
            if x + 10 + width > self.width():
                break
            colour = THEME.colour(SIGN_COLOURS.get(sign, "ink2"))
            draw_sign(painter, sign, QPointF(x, self.height() / 2), colour)
            painter.setPen(THEME.colour("ink2"))
            painter.drawText(
                round(x + 10), 0, width + 2, self.height(),
                Qt.AlignmentFlag.AlignVCenter, self._name(sign),
            )  # fmt: skip
            x += width + 28


class Foot(QWidget):
    """A row that is hidden while anything needs its place."""

    def __init__(self) -> None:
        super().__init__()
        self._needs = set[str]()

    def hide_for(self, need: str, is_there: bool) -> None:
        """Hide the row while the need is there, and as long as others are."""
        (self._needs.add if is_there else self._needs.discard)(need)
        self.setHidden(bool(self._needs))


class SourcePane(Pane):
    """Shows one document for each file; the first is the program, which may be editable.

    ``shown`` is the file in the editor. ``shown_changed``: the editor shows another file or
    program.
    """

    edited = Signal()
    shown_changed = Signal()

    def __init__(self, words: Words, font: QFont, actions: dict[str, QAction]) -> None:
        super().__init__()
        self._usual_font = self._font = font
        self._texts = SourceTexts(self, font)
        self.begin_colours = self._texts.begin_colours
        self.shown, self._read_only, self._original = "", False, ""
        self._wraps = self.presents = False
        self._scale = 1.0
        self._title = ""
        self._marks: tuple[LineMark, ...] = ()
        self._note: LineNote | None = None
        self.threads: tuple[ThreadMark, ...] = ()
        self.editor = CodeEditor(font)
        self.breakpoints = Breakpoints(self._editable, self._texts.read, self)
        self.syntax = SyntaxWatch(self)
        self.editor.breakpoints = lambda: self.breakpoints.lines(self.shown)
        self.search = TextSearch(self.editor, words)
        self.files = FileTabs(words)
        self.heading = SourceHeading(words, actions["record"])
        self.record = self.heading.record
        self.run_strip = RunStrip(words, actions["run_options"])
        self.live_strip = LiveStrip(words, actions["live"])
        self.foot, self.legend, self.live = Foot(), Legend(words), Button("icon", "radio")
        self._lay_out()
        words.bind(self.editor.setAccessibleName, "editor.name")
        words.bind(self.editor.gutter.setToolTip, "editor.gutter")
        follow_keys(self.editor.setPlaceholderText, words, "editor.empty", actions["record"])
        self.editor.gutter_pressed.connect(self.toggle_breakpoint)
        self.breakpoints.changed.connect(self._show_marks)
        self.files.picked.connect(self.show_file)
        self.search.replacing_shown.connect(partial(self.foot.hide_for, "replacing"))
        self.editor.typed.connect(partial(_refuse, self, words, actions["save_as"]))
        self.edited.connect(self.syntax.edited)
        self.edited.connect(self.heading.hide_saved)
        self.live.setCheckable(True)
        actions["live"].toggled.connect(self.live.setChecked)
        follow_action(self.live, actions["live"])
        THEME.changed.connect(self._use_font)

    def _lay_out(self) -> None:
        in_row(self.foot, (self.legend, 1), self.live, margins=(0, 0, 8, 2))
        self._column = in_column(
            self,
            *(self.heading, self.live_strip, self.run_strip, self.files),
            *(rule(), (self.editor, 1), self.search, self.foot),
            spacing=0,
        )

    def add_row(self, row: QWidget) -> None:
        """Put a row below the code, above the legend."""
        self._column.insertWidget(self._column.count() - 1, row)

    def show_program(self, file: str, text: str, *, read_only: bool, title: str = "") -> None:
        """Show another program alone; ``title`` is its name if that differs from ``file``."""
        self._title = title
        before = self._texts.begin(file, text)
        self.shown, self._read_only, self._original = "", read_only, text
        self._marks, self._note = (), None
        self.breakpoints.forget()
        document = self._texts[file]
        document.contentsChanged.connect(self.edited)
        self._list_files()
        self.show_file(file)
        self.syntax.watch(None if read_only else document)
        for old in before:
            old.deleteLater()

    def allow_edits(self) -> bool:
        """Make a read-only program editable; False if the editor cannot show its exact text."""
        if self._read_only and self._texts.text == self._original:
            self._read_only = False
            self.editor.setReadOnly(self.shown != self._texts.program)
            self.syntax.watch(self._texts[self._texts.program])
        return not self._read_only

    def rename_program(self, file: str, title: str) -> None:
        """The program was saved as ``title``; its recording calls it ``file``."""
        if file == self._texts.program:
            if title != self._title:
                self._title = title
                self._list_files()
            return
        self._title = title
        self.breakpoints.rename(self._texts.program, file)
        self._texts.rename(file)
        self.shown = file
        self._list_files()

    def show_sources(self, sources: Mapping[str, str]) -> None:
        """Show the files of the recording; all except the program are read-only."""
        if not self._texts.show_sources(sources):
            return
        if self.shown not in sources:
            self.show_file(self._texts.program)
        self._texts.forget_others()
        self._list_files()

    def _list_files(self) -> None:
        self.files.list_files(self._texts.files, self.shown)
        self.heading.show_name(self._title or self._texts.program)

    @property
    def text(self) -> str:
        """The program's current text."""
        return self._original if self._read_only else self._texts.text

    @property
    def shown_text(self) -> str:
        """The program's text with the editor's lines; it differs from ``text`` by separators."""
        return self._texts.text

    def replace_text(self, text: str) -> bool:
        """Put another text into the editor, as an edit that can be undone.

        If the editor cannot show exactly this text, it becomes read-only; return False.
        """
        stops = self.breakpoints.all
        cursor = QTextCursor(self._texts[self._texts.program])
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._original = text
        if self._texts.text != text:
            self._read_only = True
            self.editor.setReadOnly(True)
            self.syntax.watch(None)
        # All lines are new, but the breakpoints keep their line numbers.
        self.breakpoints.show(stops)
        return self.allow_edits()

    def show_file(self, file: str) -> None:
        """Show ``file`` in the editor, with its marks."""
        if file != self.shown and file in self._texts:
            self.shown = file
            read_only = self._read_only or file != self._texts.program
            self.editor.show_document(self._texts[file], read_only=read_only)
            self.files.show_current(file)
            self.shown_changed.emit()
        self._show_marks()

    def present(self, presents: bool) -> None:
        """Prepare the code for a presentation: long lines are wrapped.

        The editor takes neither keys nor drops, so that the step keys work after any click.
        """
        self.presents, policies = presents, Qt.FocusPolicy
        self.editor.setFocusPolicy(policies.NoFocus if presents else policies.StrongFocus)
        self.editor.setAcceptDrops(not presents)
        self.editor.show_wrapped(presents or self._wraps)

    def wrap(self, wraps: bool) -> None:
        """Wrap long lines, or scroll sideways."""
        self._wraps = wraps
        self.editor.show_wrapped(wraps or self.presents)

    def scale_code(self, scale: float) -> None:
        """Scale the code; unless ``scale`` is 1, hide the legend below it."""
        self._scale = scale
        self.legend.setVisible(scale == 1.0)
        self.live.setVisible(scale == 1.0)
        font = QFont(self._usual_font)
        # The code font's letters are half as wide as high: an even size makes whole pixels.
        font.setPixelSize(2 * round(self._usual_font.pixelSize() * scale / 2))
        size = note_size(font) if scale != 1.0 else None
        self.heading.set_size(size)
        for part in (self.files, self.run_strip, self.live_strip):
            part.setStyleSheet(f"font-size: {size}px" if size is not None else "")
        self._font = font
        self.editor.set_code_font(font)
        self._texts.set_font(font)
        self._show_marks()

    def set_code_size(self, pixels: int) -> None:
        """Set the default code size."""
        self._usual_font = code_font(pixels)
        self.scale_code(self._scale)

    def show_marks(
        self, marks: tuple[LineMark, ...], note: LineNote | None, at: LineMark | None
    ) -> None:
        """Mark lines; show the file of ``at`` and scroll to its line."""
        self._marks, self._note = marks, note
        if at is not None and at.file != self.shown:
            self.show_file(at.file)
        self._show_marks()
        if at is not None and at.file == self.shown:
            self.editor.bring_to_view(at.line)

    def show_threads(self, threads: tuple[ThreadMark, ...]) -> None:
        """Show the signs of threads at their lines."""
        self.threads = threads
        self._show_marks()

    def _show_marks(self) -> None:
        here_too = tuple(one for one in self.threads if one.file == self.shown)
        self.editor.annotations.set_threads(here_too)
        here = tuple(mark for mark in self._marks if mark.file == self.shown)
        note = self._note if self._note and self._note.file == self.shown else None
        self.editor.annotations.set_marks(here, note)
        program = self._texts.program
        fault = self.syntax.fault if self.shown == program else None
        spans = (span_of(fault, self._texts[program]),) if fault else ()
        self.editor.emphasis.show(Stress.FAULT, spans)
        conditions = self.breakpoints.lines(self.shown).values()
        stops = {Sign.CONDITION if one else Sign.BREAKPOINT for one in conditions}
        self.legend.show_signs({mark.sign for mark in here} | stops)

    @property
    def line(self) -> Place:
        """The line for commands: the text cursor's, or the step's if the editor has no focus."""
        about = (Sign.ABOUT_TO_RUN, Sign.JUST_RAN, Sign.RAISED)
        marked = next((mark for sign in about for mark in self._marks if mark.sign is sign), None)
        if marked is None or self.editor.hasFocus():
            return self.shown, self.editor.line
        return marked.file, marked.line

    @property
    def cursor_line(self) -> Place:
        """The place of the text cursor."""
        return self.shown, self.editor.line

    def put_cursor(self, file: str, line: int, name: str = "") -> None:
        """Put the text cursor at ``line`` of ``file``, and select ``name`` if it is in the line."""
        self.show_file(file)
        if file == self.shown:
            self.editor.go_to_line(line, name)
            self.editor.setFocus()

    def toggle_breakpoint(self, line: int) -> None:
        """Set or remove a breakpoint at a line of the current file."""
        self.breakpoints.toggle(self.shown, line)

    def _editable(self, file: str) -> QTextDocument | None:
        """Return the document of an editable file, whose lines may move; else None."""
        return self._texts[file] if file == self._texts.program else None

    def _use_font(self) -> None:
        # A new style sheet gives every widget its first font again.
        self.editor.set_code_font(self._font)


def _refuse(pane: SourcePane, words: Words, save_as: QAction, text: str) -> None:
    """Say at the cursor why ``text`` was not typed, if the file is read-only."""
    editor = pane.editor
    if editor.isReadOnly() and text.isprintable() and text:
        place = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
        is_program = pane.shown == pane.files.file(0)
        key = "editor.recorded" if is_program else "editor.read_only"
        QToolTip.showText(place, with_keys(words, key, save_as), editor)
