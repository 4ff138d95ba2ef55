"""Shows lessons and example programs as cards under headings, with a search."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from visualizer.lessons.examples import Example
from visualizer.lessons.lesson import Lesson, LessonFault
from visualizer.lessons.shelf import own_lessons
from visualizer.shell.appearance.look import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking
from visualizer.shell.lessons.lessons import Lessons
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.start_page.cards import WIDTH, ExampleCard
from visualizer.shell.start_page.shown import Shown, all_shown
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import discard, in_column, in_row, text_label, words_label

SHELVES = ("start", "lessons", "programs")
_KEPT = "start/shelf"
_FIRST = 6
"""The number of lessons for beginners."""
_GAP = 16

type _Heading = tuple[str, list[ExampleCard]]


@dataclass(frozen=True, slots=True)
class StartContext:
    """The parts of the window that the start page uses.

    ``own_lessons`` is the folder of the user's own lessons. ``open_path`` and ``open_example`` ask
    about unsaved changes first.
    """

    words: Words
    preferences: Preferences
    commands: dict[str, QAction]
    lessons: Lessons
    own_lessons: Path
    open_path: Callable[[Path], object]
    open_example: Callable[[Path], object]


class Shelf(QWidget):
    """Shows one shelf, or the search results of all. ``chosen`` carries an example or lesson."""

    chosen = Signal(object)

    def __init__(self, context: StartContext) -> None:
        super().__init__()
        self._context, self._words = context, context.words
        self.cards = [self._card(one) for one in all_shown()]
        self._own: list[ExampleCard] = []
        self.faults = text_label("second", wraps=True)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setFixedWidth(px(WIDTH))
        self.shelves = Segments(len(SHELVES))
        self.shelf = SHELVES.index(context.preferences.text(_KEPT, SHELVES, SHELVES[0]))
        self.shelves.show_picked(self.shelf)
        self._headings: dict[str, QLabel] = {}
        self._nothing = words_label(context.words, "start.nothing", "second")
        self._columns = 3
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        above = in_row(None, self.shelves, self.search, None, spacing=_GAP)
        in_column(self, above, self._grid, self._nothing, self.faults, None, spacing=_GAP)
        # On another thread, because a lesson's drive may not answer.
        self._asking = Asking()
        self._asking.answered.connect(self._show_own)
        self.shelves.picked.connect(self.show_shelf)
        self.shelves.turn_pages(self)
        self.search.textChanged.connect(self.arrange)
        context.lessons.progress.changed.connect(self.speak)
        self.speak()

    def _card(self, shown: Shown) -> ExampleCard:
        card = ExampleCard(shown)
        card.clicked.connect(partial(self.chosen.emit, shown.what))
        return card

    # ---- choice of cards ----

    def show_shelf(self, number: int) -> None:
        """Show a shelf, also at the next start, and end the search."""
        self.shelf = number
        self._context.preferences.put(_KEPT, SHELVES[number])
        self.shelves.show_picked(number)
        self.search.clear()
        self.arrange()

    def look_for_own(self) -> None:
        """Read the user's own lessons again, and name the invalid ones."""
        folder, others = self._context.own_lessons, self._context.lessons.known.paths
        self._asking.ask(partial(own_lessons, folder, others))

    def _show_own(self, found: tuple[Iterable[Lesson], Iterable[LessonFault]]) -> None:
        lessons, faults = found
        discard(self._grid, *self._own)
        self._own = [self._card(Shown(one)) for one in lessons]
        self.faults.setText("\n".join(self._words.error(one) for one in faults))
        self.speak()

    @property
    def visible_cards(self) -> list[ExampleCard]:
        """The visible cards, in their order."""
        return [card for _, cards in self._shown() for card in cards]

    def _shown(self) -> list[_Heading]:
        """Return the visible cards with their headings."""
        wanted = self.search.text().casefold().split()
        if not wanted:
            return list(self._on_shelf(SHELVES[self.shelf]))
        found = [*self._on_shelf("programs"), *self._on_shelf("lessons")]
        fitting = [(key, [one for one in cards if one.fits(wanted)]) for key, cards in found]
        return [(key, cards) for key, cards in fitting if cards]

    def _on_shelf(self, shelf: str) -> Iterator[_Heading]:
        if shelf == "programs":
            yield from _by_subject("examples", self._of(Example))
        elif shelf == "lessons":
            yield from _by_subject("lessons", self._of(Lesson))
            if self._own:
                yield "lessons.own", self._own
        else:
            lessons = [one for one in self._of(Lesson) if getattr(one.shown.what, "level", 0) == 1]
            yield "start.first", lessons[:_FIRST]

    def _of(self, kind: type[Example | Lesson]) -> list[ExampleCard]:
        return [card for card in self.cards if isinstance(card.shown.what, kind)]

    # ---- layout ----

    def fit(self, room: int) -> None:
        """Fit the number of columns to ``room``."""
        self._columns = max(1, min(3, (room + _GAP) // (px(WIDTH) + _GAP)))
        self.arrange()

    def arrange(self) -> None:
        """Show the cards, with a heading above each group."""
        grid = self._grid
        for row in range(grid.rowCount()):
            grid.setRowMinimumHeight(row, 0)
        shown = self._shown()
        for widget in (*self.cards, *self._own, *self._headings.values()):
            grid.removeWidget(widget)
        seen: set[QWidget] = set()
        row = 0
        for key, cards in shown:
            heading = self._heading(key)
            grid.addWidget(heading, row, 0, 1, self._columns)
            seen |= {heading, *cards}
            row += 1
            for at, card in enumerate(cards):
                below, column = divmod(at, self._columns)
                grid.addWidget(card, row + below, column, Qt.AlignmentFlag.AlignLeft)
                # The style sheet lets a button be lower than its size hint.
                grid.setRowMinimumHeight(row + below, card.sizeHint().height())
            row += -(-len(cards) // self._columns)
        for widget in (*self.cards, *self._own, *self._headings.values()):
            widget.setVisible(widget in seen)
        self._nothing.setVisible(not shown)
        lessons_are_seen = SHELVES[self.shelf] == "lessons" and not self.search.text().strip()
        self.faults.setVisible(lessons_are_seen and bool(self.faults.text()))

    def _heading(self, key: str) -> QLabel:
        if key not in self._headings:
            self._headings[key] = QLabel(self._words(key))
            self._headings[key].setProperty("words", "title")
        return self._headings[key]

    # ---- appearance ----

    def speak(self) -> None:
        """Write all texts in the current language."""
        words, progress = self._words, self._context.lessons.progress
        for number, shelf in enumerate(SHELVES):
            self.shelves.buttons[number].setText(words(f"start.{shelf}"))
        self.search.setPlaceholderText(words("start.search"))
        self.search.setAccessibleName(words("start.search"))
        for key, heading in self._headings.items():
            heading.setText(words(key))
        for card in (*self.cards, *self._own):
            title, about = card.shown.words(words.language)
            what = card.shown.what
            if isinstance(what, Lesson) and (right := progress.right(what.key)):
                whole = len(what.questions) + len(what.tasks)
                about = f"{words('start.done', n=right, whole=whole)} · {about}"
            card.show_words(title, about, words.program(card.shown.program))
        self.arrange()

    def resize_words(self) -> None:
        """Adapt to a new text size."""
        self.search.setFixedWidth(px(WIDTH))
        for card in (*self.cards, *self._own):
            card.updateGeometry()


def _by_subject(room: str, cards: Iterable[ExampleCard]) -> Iterator[_Heading]:
    for subject, group in groupby(cards, key=lambda card: card.shown.what.subject):
        yield f"{room}.{subject}", list(group)
