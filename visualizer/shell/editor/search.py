"""Searches the program's text, visits the matches and replaces them."""

import re
from bisect import bisect_left
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.editor.code_editor import CodeEditor
from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import Span, Stress, units
from visualizer.shell.widgets.controls import Button, add_shortcut, labelled, text_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label
from visualizer.shell.widgets.search_bar import SearchField, search_buttons

_MOST = 1_000
"""The maximum number of highlighted matches; more on one line would slow down painting."""


def places_of(wanted: str, text: str, *, exact: bool, whole: bool = False) -> list[Span]:
    """Return the matches of ``wanted`` in UTF-16 units.

    ``exact`` matches case; ``whole`` leaves out matches that begin or end inside a word.
    """
    sought = re.escape(wanted)
    if whole:
        sought = rf"(?!\B\w){sought}(?<!\w\B)"
    found = []
    # Keeps both positions in step, instead of converting each from the start of the text.
    at = first = 0
    for match in re.finditer(sought, text, 0 if exact else re.IGNORECASE):
        first += units(text[at : match.start()])
        last = first + units(match.group())
        found.append(Span(first, last))
        first, at = last, match.end()
    return found


class TextSearch(QWidget):
    """Searches the shown file while the user types; Escape returns the focus to the editor.

    ``replacing_shown`` carries whether the row for the replacement is shown.
    """

    replacing_shown = Signal(bool)

    def __init__(self, editor: CodeEditor, words: Words) -> None:
        super().__init__()
        self._editor, self._words = editor, words
        self.places: list[Span] = []
        self.at = 0
        self.field = SearchField()
        self.field.setMinimumWidth(96)
        self.count = text_label("second")
        self.exact = self._make_switch("text_search.letters", "text_search.exact", "Alt+C")
        self.whole = self._make_switch("text_search.word", "text_search.whole", "Alt+W")
        up, down, leave = self._buttons = search_buttons(words, self.go, self.close_search)
        options = self.count, self.exact, self.whole, up, down, leave
        finding = in_row(None, (self.field, 1), *options, spacing=2)
        self.replacing, self.text = QWidget(), SearchField()
        self.one = text_button(words, "text_search.replace", self.replace)
        self.all = text_button(words, "text_search.replace_all", self.replace_all)
        in_row(self.replacing, (self.text, 1), self.one, self.all, margins=(0, 2, 4, 2), spacing=4)
        self.replacing.hide()
        in_column(self, finding, self.replacing, margins=(8, 4, 4, 4), spacing=2)
        words.bind(self.text.setPlaceholderText, "text_search.with")
        words.bind(self.text.setAccessibleName, "text_search.with")
        words.bind(self.field.setPlaceholderText, "text_search.hint")
        words.bind(self.field.setAccessibleName, "text_search.hint")
        fields, matching = (self.field, self.text, self.one, self.all), (self.exact, self.whole)
        for before, after in pairwise((*fields, *matching, *self._buttons)):
            self.setTabOrder(before, after)
        self._connect()
        self.hide()

    def _make_switch(self, sign: str, name: str, keys: str) -> Button:
        """Make a toggle for a search option; ``keys`` work inside the search."""
        made = Button("segment", checkable=True)
        self._words.bind(made.setText, sign)
        labelled(made, self._words, name, keys)
        made.toggled.connect(self._typed)
        add_shortcut(keys, self, made.click)
        return made

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._find_again)
        self.field.textChanged.connect(self._typed)
        self.field.went.connect(self.go)
        self.field.left.connect(self.close_search)
        self.text.went.connect(lambda way: self.replace() if way > 0 else self.go(way))
        self.text.left.connect(self.close_search)
        self._editor.textChanged.connect(self._text_changed)
        # Qt says so whenever other lines come into view, also while it lays out a line.
        self._moved = QTimer(self, singleShot=True)
        self._moved.timeout.connect(self._mark_visible)
        self._editor.updateRequest.connect(lambda: self._moved.start(0))
        self._words.changed.connect(self._count)

    def open_search(self) -> None:
        """Show the field, with the editor's selection in it, and give it the focus."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._typed()

    def open_replacing(self) -> None:
        """Also show the field for the replacement text."""
        known = self.isVisible() or self._editor.textCursor().hasSelection()
        self.open_search()
        self.replacing.setEnabled(not self._editor.isReadOnly())
        self.replacing.show()
        self.replacing_shown.emit(True)
        if known and self.replacing.isEnabled():
            self.text.setFocus()
            self.text.selectAll()

    def close_search(self) -> None:
        """Hide the field and the highlights; the text cursor stays at the current match.

        If the text cannot be edited, the window gives the focus away.
        """
        self.hide()
        self.replacing.hide()
        self.replacing_shown.emit(False)
        self._later.stop()
        self.places = []
        self._mark()
        if self._editor.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self._editor.setFocus()

    def go(self, direction: int) -> None:
        """Move by ``direction`` matches; the last match is followed by the first."""
        if self.places:
            self.at = (self.at + direction) % len(self.places)
            self._jump()

    def replace(self) -> None:
        """Replace the current match, and go to the next one."""
        self._find_again()
        if self.places and not self._editor.isReadOnly():
            self._editor.setTextCursor(self._put(self.places[self.at : self.at + 1]))
            self._find_again()
        if self.places:
            self._jump()

    def replace_all(self) -> None:
        """Replace all matches; one undo restores all."""
        if self._editor.isReadOnly():
            return
        self._find_again()
        number = len(self.places)
        self._put(self.places)
        self._find_again()
        if number:
            self.count.setText(self._words("text_search.replaced", n=number))

    def _put(self, places: list[Span]) -> QTextCursor:
        """Replace these matches; return a cursor after the first replacement."""
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for place in reversed(places):
            cursor.setPosition(place.first)
            cursor.setPosition(place.last, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self.text.text())
        cursor.endEditBlock()
        self._later.stop()
        return cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the search at Escape, also from its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        start = self._editor.textCursor().selectionStart()
        self._find(start)
        if self.places:
            self._jump()

    def _text_changed(self) -> None:
        if self.isVisible():
            # Search once after all changes of one event, not between them.
            self._later.start(0)

    def _find_again(self) -> None:
        self._find(self._editor.textCursor().selectionStart())

    def _find(self, start: int) -> None:
        wanted = self.field.text()
        text = text_of(self._editor.document())
        how = {"exact": self.exact.isChecked(), "whole": self.whole.isChecked()}
        self.places = places_of(wanted, text, **how) if wanted else []
        after = (at for at, place in enumerate(self.places) if place.first >= start)
        self.at = next(after, 0)
        self._mark()

    def _jump(self) -> None:
        place, cursor = self.places[self.at], self._editor.textCursor()
        cursor.setPosition(place.first)
        cursor.setPosition(place.last, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._mark()

    def _mark(self) -> None:
        self._mark_visible()
        here = self.places[self.at : self.at + 1]
        self._editor.emphasis.show(Stress.FOUND_HERE, tuple(here))
        self._count()

    def _mark_visible(self) -> None:
        """Highlight the matches in the visible lines: Qt measures every line for each."""
        if self._later.isActive():
            return  # The text has changed, and the matches are out of date.
        places, lines = self.places, self._editor.visible_lines() if self.places else ()
        if lines:
            block_at = self._editor.document().findBlockByNumber
            first, below = block_at(lines[0][0] - 1), block_at(lines[-1][0])
            begin = bisect_left(places, first.position(), key=lambda place: place.last)
            end = len(places)
            if below.isValid():
                end = bisect_left(places, below.position(), key=lambda place: place.first)
            places = places[begin : min(end, begin + _MOST)]
        self._editor.emphasis.show(Stress.FOUND, tuple(places))

    def _count(self) -> None:
        number, words = len(self.places), self._words
        if not self.field.text():
            self.count.setText("")
        elif not number:
            self.count.setText(words("search.none"))
        else:
            self.count.setText(f"{self.at + 1:,}/{number:,}")
