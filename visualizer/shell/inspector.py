"""The selected object: what it is, who refers to it, why it is alive, its life, what it holds."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.fonts import code_family
from visualizer.diagram.heads_told import Told, all_drawn, drawn_in, heads_in, told
from visualizer.diagram.sheet.scene import SheetScene
from visualizer.diagram.themes import Theme
from visualizer.explain import Account, accounts, kind_of, why_alive, with_defaults
from visualizer.explain.lock_history import held_since, lock_moments
from visualizer.layout import Signatures
from visualizer.layout.course.facts import Level
from visualizer.model import Function, HeapObject, Instance, Scalar, Sequence, State
from visualizer.model import Mapping as MappingContent
from visualizer.shell.controls import Button, labelled
from visualizer.shell.count_history import CountHistory
from visualizer.shell.inspector_page import ROW_LINK, STEP_LINK, InspectorPage
from visualizer.shell.ledger_feed import LedgerFeed
from visualizer.shell.life_feed import LifeFeed
from visualizer.shell.player import Player
from visualizer.shell.value_line import LETTERS, value_line
from visualizer.shell.value_text import (
    MOST_LETTERS,
    MOST_ROWS,
    count_of,
    letters_known,
    letters_missing,
    rows_known,
    rows_of,
)
from visualizer.shell.words import Words

_MANY = 600
"""Objects from which on the page follows a step a little later."""
_MOST_BEFORE = 100
"""Objects that one can go back to."""
_MOST_MOMENTS = 60
"""Lines of what threads did with a lock."""


class Inspector(QWidget):
    """Follows one object, by serial, over the steps; its links lead to others and to steps."""

    object_picked = Signal(int)
    closed = Signal()
    watch_asked = Signal(int)

    def __init__(
        self,
        player: Player,
        words: Words,
        theme: Theme,
        *,
        lives: LifeFeed,
    ) -> None:
        super().__init__()
        self._player, self._words, self._theme = player, words, theme
        self._lives = lives
        self._serial: int | None = None
        self._kind = ""
        self._step = 0
        self._scene: SheetScene | None = None
        self._before: list[int] = []
        self._first = 0
        self.history = CountHistory(player, words, theme)
        self.history.moved.connect(player.go_to)
        self._signatures = Signatures(lambda: self._sources)
        title = QLabel()
        title.setProperty("words", "title")
        words.bind(title.setText, "inspector.title")
        self._cross = Button("icon", "x")
        labelled(self._cross, words, "inspector.close")
        self._cross.clicked.connect(self.closed)
        self.watch = Button("icon", "table-2")
        labelled(self.watch, words, "inspector.watch", "W")
        self.watch.clicked.connect(self._ask_to_watch)
        head = QHBoxLayout()
        head.addWidget(title)
        self.back = Button("icon", "arrow-left")
        labelled(self.back, words, "inspector.back", "Backspace")
        self.back.clicked.connect(self.go_back)
        head.addStretch()
        head.addWidget(self.back)
        head.addWidget(self.watch)
        head.addWidget(self._cross)
        self._body, self._rest = self._made_page(), self._made_page()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.addLayout(head)
        column.addWidget(self._body)
        column.addWidget(self.history)
        column.addWidget(self._rest)
        column.addStretch()
        # Who refers to one of very many is looked for between events.
        self._ledger = LedgerFeed(self)
        self._ledger.ready.connect(self._show)
        player.step_changed.connect(self._show_step)
        player.level_changed.connect(self._show_level)
        words.changed.connect(self._show)
        self._lives.told.connect(self._on_told)
        self._lives.locks_told.connect(self._show)
        self.set_theme(theme)

    def _made_page(self) -> QLabel:
        page = QLabel()
        page.setTextFormat(Qt.TextFormat.RichText)
        page.setWordWrap(True)
        page.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        page.linkActivated.connect(self.follow)
        return page

    @property
    def text(self) -> str:
        """What it says, as HTML."""
        return self._body.text() + self._rest.text()

    @property
    def serial(self) -> int | None:
        """The object that is shown."""
        return self._serial

    def look_at(self, scene: SheetScene) -> None:
        """Tell which references are drawn in a picture, and which are not."""
        self._scene = scene
        scene.changed_sheet.connect(self._show_picture)

    def _show_picture(self) -> None:
        """The picture may be another of the same step; another step will be shown anyway."""
        is_same = self._step == self._player.step and not self._ledger.is_at_work
        if self._serial is not None and is_same:
            self._show()

    def inspect(self, serial: int | None) -> None:
        """Show the object ``serial`` from now on, or none."""
        if serial != self._serial:
            self._first, self._kind = 0, ""
            if self._serial is not None and serial is not None:
                self._before = [*self._before[1 - _MOST_BEFORE :], self._serial]
        if serial is None:
            self._before = []
        self._serial = serial
        self.history.inspect(serial)
        self._show()

    def go_back(self) -> None:
        """To the object that was inspected before this one."""
        if self._before:
            before = self._before[:-1]
            self.object_picked.emit(self._before[-1])
            self._before = before
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back, as in the diagram."""
        if event.key() == Qt.Key.Key_Backspace and self._before:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._theme = theme
        self.back.set_theme(theme)
        self._cross.set_theme(theme)
        self.watch.set_theme(theme)
        self.history.set_theme(theme)
        self._show()

    def follow(self, link: str) -> None:
        """Go where a link of the page leads: to a step, to rows of the value, to another object."""
        if link.startswith(STEP_LINK):
            self._player.go_to(int(link.removeprefix(STEP_LINK)))
        elif link.startswith(ROW_LINK):
            self._first = int(link.removeprefix(ROW_LINK))
            self._show()
        else:
            self.object_picked.emit(int(link))

    def _show_step(self) -> None:
        self._ledger.forget()
        self._step = self._player.step
        if self._serial is not None and len(self._player.state.heap) > _MANY:
            self._ledger.begin(self._player.state)
        else:
            self._show()

    @property
    def _shows_counts(self) -> bool:
        return tuple(Level)[self._player.level - 1].has_counts

    def _show_level(self) -> None:
        self.history.show_counts(self._shows_counts)
        self._show()

    def _ask_to_watch(self) -> None:
        if self._serial is not None:
            self.watch_asked.emit(self._serial)

    def _on_told(self, serial: int) -> None:
        if serial == self._serial:
            self._show()

    def _seen(self, serial: int | None) -> HeapObject | None:
        """The object that is shown, if it is there; its type is kept for when it is not."""
        thing = self._player.state.heap.get(serial or 0)
        delta = self._player.delta
        changes = delta.objects if thing is None and delta is not None else ()
        gone = (change.old for change in changes if change.serial == serial)
        known = thing or next(gone, None)
        if known is not None:
            self._kind = kind_of(known.type)
        return thing

    def _show(self) -> None:
        self._cross.setVisible(self._serial is not None)
        self.back.setVisible(bool(self._before))
        self.watch.setVisible(self._serial in self._player.state.heap)
        page, serial = InspectorPage(self._words, self._theme, code_family()), self._serial
        thing = self._seen(serial)
        rest = self._life(page, serial) if serial is not None else ""
        if serial is None:
            text = page.said("inspector.nothing")
        elif thing is None:
            text = self._absent(page, serial)
        else:
            parts = (self._facts, self._lock, self._referrers, self._reason)
            text = "".join(part(page, thing) for part in parts)
            rest = self._lock_history(page, thing.serial) + self._held(page, thing) + rest
        self._body.setText(text)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))

    def _absent(self, page: InspectorPage, serial: int) -> str:
        """That an object is not there: with its type, where it was seen before."""
        if not self._kind:
            return page.said("inspector.not_there", serial=serial)
        return page.said("inspector.absent", what=f"{self._kind} #{serial}")

    def _facts(self, page: InspectorPage, thing: HeapObject) -> str:
        """Its type and value; at the levels with counts also number, address, size and count."""
        words = self._words
        count = count_of(thing)
        kind = kind_of(thing.type)
        if count is not None:
            kind = words("inspector.items", type=kind, n=count)
        if self._shows_counts:
            kind = f"{kind} #{thing.serial}"
        facts = [("inspector.type", kind)]
        if (value := _value_in_a_line(self._player.state, thing)) is not None:
            facts.append(("inspector.value", value))
        if self._shows_counts:
            known = thing.refcount is not None
            facts += [
                ("inspector.address", hex(thing.address)),
                ("inspector.size", f"{thing.size:,} B"),
                (
                    "inspector.count",
                    f"{thing.refcount:,}" if known else words("inspector.immortal"),
                ),
            ]
        if thing.unreachable:
            facts.append(("inspector.reach", words("inspector.unreachable")))
        return page.facts(facts)

    def _lock(self, page: InspectorPage, thing: HeapObject) -> str:
        """Who holds it, who waits; nothing where nobody does, or nobody knows."""
        state, words = self._player.state, self._words
        use = state.locks.get(thing.serial)
        if use is None or len(state.thread_names) < 2:
            return ""
        rows = [] if use.held_by is None else [(use.held_by, "threads.holds_it")]
        rows += [(one, "threads.waits_here") for one in (*use.waiting, *use.timed, *use.next)]
        since = held_since(lock_moments(self._lives.locks(), thing.serial), self._player.step)
        told = []
        for number, key in dict(rows).items():
            said = words(key)
            if number in since:
                said += words("threads.since", step=f"{since[number]:,}")
            told.append((number, said))
        heading = page.heading("threads.lock")
        return heading + page.threads(told) + page.said("threads.recorded") if told else ""

    def _lock_history(self, page: InspectorPage, serial: int) -> str:
        """What threads did with a lock, step by step."""
        moments = lock_moments(self._lives.locks(), serial)
        if not moments:
            return ""
        told = []
        for moment in moments[:_MOST_MOMENTS]:
            key = moment.kind if moment.since is None else "gets-after-waiting"
            said = self._words(f"threads.lock_{key.replace('-', '_')}")
            told.append((moment.step, moment.thread, said))
        found = page.heading("threads.history") + page.moments(told, self._player.step)
        rest = len(moments) - len(told)
        return found + (f"<p>{page.said('inspector.more', n=rest)}</p>" if rest else "")

    def _referrers(self, page: InspectorPage, thing: HeapObject) -> str:
        found = accounts(
            self._player.state, thing.serial, self._ledger.ledger, sources=self._sources
        )
        if not found:
            never = page.said("inspector.immortal") if thing.refcount is None else ""
            return page.heading("inspector.referrers") + never if never else ""
        rows = page.accounts(self._in_the_picture(found, thing.serial), thing.refcount)
        return page.heading("inspector.referrers") + rows

    def _in_the_picture(self, found: tuple[Account, ...], serial: int) -> Told:
        """Which of the references are drawn; all that can be where there is no picture."""
        sheet, state = self._scene.sheet if self._scene is not None else None, self._player.state
        if sheet is None:
            return all_drawn(found)
        heads = heads_in(sheet, state).get(serial, Counter())
        return told(found, heads, state, drawn_in(sheet))

    def _reason(self, page: InspectorPage, thing: HeapObject) -> str:
        """Why it is alive; an immortal object needs no reason."""
        if thing.refcount is None:
            return ""
        hops = why_alive(self._player.state, thing.serial)
        shown = page.way(hops) if hops else page.said("inspector.no_name")
        return page.heading("inspector.why") + shown

    def _held(self, page: InspectorPage, thing: HeapObject) -> str:
        letters = letters_known(thing)
        known, size = (letters, MOST_LETTERS) if letters else (rows_known(thing), MOST_ROWS)
        first = self._first if self._first < max(1, known) else 0
        rows = rows_of(
            self._player.state, thing, self._signatures.call, first, defaults=self._defaults
        )
        if not rows or _is_short(thing):
            return ""
        shown = page.heading("inspector.value")
        if known > size:
            key = "inspector.letters" if letters else "inspector.rows"
            shown += page.pages(first, size, known, key)
        shown += page.values(rows)
        missing = letters_missing(thing)
        if missing:
            shown += f"<p>{page.said('inspector.not_recorded', n=missing)}</p>"
        more = (count_of(thing) or 0) - max(known, MOST_ROWS)
        if known and more > 0:
            shown += f"<p>{page.said('inspector.more', n=more)}</p>"
        return shown

    def _defaults(self, function: Function) -> tuple[str, ...]:
        return with_defaults(function, self._sources)

    @property
    def _sources(self) -> Mapping[str, str]:
        return self._player.recording.sources if self._player.recording else {}

    def _life(self, page: InspectorPage, serial: int) -> str:
        """Its life over the whole recording, or that it is being looked for."""
        chapters = self._lives.life(serial)
        if chapters is None:
            return page.heading("inspector.life") + page.said("inspector.looking")
        if not chapters:
            return ""
        return page.heading("inspector.life") + page.chapters(chapters, self._player.step)


def _is_short(thing: HeapObject) -> bool:
    """Whether one line shows the whole value."""
    return isinstance(thing.content, Scalar) and len(thing.content.text) <= LETTERS


def _value_in_a_line(state: State, thing: HeapObject) -> str | None:
    """Its value, perhaps cut; None if that would only repeat the type."""
    is_told = isinstance(thing.content, Scalar | Sequence | MappingContent | Instance)
    return value_line(state, thing.serial) if is_told else None
