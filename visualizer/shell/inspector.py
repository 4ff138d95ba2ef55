"""The selected object: what it is, where, how large, how often referred to, what it holds."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.diagram.words import say
from visualizer.explain import Account, accounts
from visualizer.model import HeapObject
from visualizer.shell.controls import Button, labelled
from visualizer.shell.marked_text import rich_text
from visualizer.shell.player import Player
from visualizer.shell.value_text import MOST_ROWS, ValueRow, count_of, rows_of
from visualizer.shell.words import Words


class Inspector(QWidget):
    """Follows one object, by serial, over the steps; a link in it leads to another."""

    object_picked = Signal(int)
    closed = Signal()

    def __init__(
        self, player: Player, words: Words, theme: Theme, code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._words, self._theme, self._code = player, words, theme, code
        self._serial: int | None = None
        title = QLabel()
        title.setProperty("words", "title")
        words.bind(title.setText, "inspector.title")
        self._cross = Button("icon", "x")
        labelled(self._cross, words, "inspector.close")
        self._cross.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._cross)
        self._body = QLabel()
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setWordWrap(True)
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._body.linkActivated.connect(lambda link: self.object_picked.emit(int(link)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.addLayout(head)
        column.addWidget(self._body)
        column.addStretch()
        player.step_changed.connect(self._show)
        words.changed.connect(self._show)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """What it says, as HTML."""
        return self._body.text()

    def inspect(self, serial: int | None) -> None:
        """Show the object ``serial`` from now on, or none."""
        self._serial = serial
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._theme = theme
        self._cross.set_theme(theme)
        self._show()

    def _show(self) -> None:
        self._cross.setVisible(self._serial is not None)
        if self._serial is None:
            self._say("inspector.nothing")
            return
        thing = self._player.state.heap.get(self._serial)
        if thing is None:
            self._say("inspector.not_there", serial=self._serial)
            return
        state = self._player.state
        text = self._facts(thing) + self._referrers(thing, accounts(state, thing.serial))
        self._body.setText(text + self._value(rows_of(state, thing), thing))

    def _say(self, key: str, **arguments: str | int) -> None:
        words = html.escape(self._words(key, **arguments))
        colour = self._theme.colour("ink2").name()
        self._body.setText(f'<span style="color:{colour}">{words}</span>')

    def _facts(self, thing: HeapObject) -> str:
        words = self._words
        count = count_of(thing)
        kind = thing.type
        if count is not None:
            kind = words("inspector.items_one" if count == 1 else "inspector.items",
                         type=thing.type, count=f"{count:,}")  # fmt: skip
        refcount = words("inspector.immortal") if thing.refcount is None else f"{thing.refcount:,}"
        facts = [
            ("inspector.type", f"{kind} #{thing.serial}"),
            ("inspector.address", hex(thing.address)),
            ("inspector.size", f"{thing.size:,} B"),
            ("inspector.count", refcount),
        ]
        if thing.unreachable:
            facts.append(("inspector.reach", words("inspector.unreachable")))
        return _table([(words(key), value, None) for key, value in facts], self._look)

    def _referrers(self, thing: HeapObject, found: tuple[Account, ...]) -> str:
        """The references one by one, what the interpreter holds apart, a rule, and the sum."""
        if not found:
            return ""
        rows, apart = "", False
        for account in found:
            if not (account.shown or apart):
                apart = True
                rows += self._row(html.escape(self._words("inspector.interpreter")), "", "ink3")
            words = rich_text(say(account.words, self._words.language), self._theme, self._code)
            if account.holder is not None:
                ink = self._theme.colour("ink").name()
                link = f'<a href="{account.holder}" style="color:{ink}; text-decoration:none">'
                words = f"{link}{words}</a>"
            count = f"{account.count:,}" if account.count else ""
            rows += self._row(words, count, "ink" if account.shown and account.count else "ink2")
        if thing.refcount is not None:
            rule = self._theme.colour("line").name()
            line = f'<td colspan=2 style="border-top:1px solid {rule}; font-size:2px">&nbsp;</td>'
            rows += f"<tr>{line}</tr>"
            rows += self._row(html.escape(self._words("inspector.sum")), f"{thing.refcount:,}")
        title = html.escape(self._words("inspector.referrers"))
        return (
            f'<p style="font-weight:600; margin-bottom:4px">{title}</p>'
            f'<table width="100%" cellspacing=0 style="border-collapse:collapse">{rows}</table>'
        )

    def _row(self, words: str, count: str, colour: str = "ink") -> str:
        ink = self._theme.colour(colour).name()
        number = f"color:{ink}; font-family:'{self._code}'; font-size:14px; padding:3px 0"
        return (
            f'<tr><td style="color:{ink}; padding:3px 8px 3px 0">{words}</td>'
            f'<td align="right" style="{number}">{count}</td></tr>'
        )

    def _value(self, rows: tuple[ValueRow, ...], thing: HeapObject) -> str:
        words = self._words
        if not rows:
            return ""
        title = f'<p style="font-weight:600">{html.escape(words("inspector.value"))}</p>'
        shown = _table([(row.name, row.value, row.serial) for row in rows], self._look)
        count = count_of(thing) or 0
        if count > MOST_ROWS:
            more = words("inspector.more", count=f"{count - MOST_ROWS:,}")
            shown += f"<p>{html.escape(more)}</p>"
        return title + shown

    @property
    def _look(self) -> "_Look":
        return self._theme.colour("ink2").name(), self._theme.colour("ink").name(), self._code


type _Look = tuple[str, str, str]


def _table(rows: list[tuple[str, str, int | None]], look: _Look) -> str:
    second, first, code = look
    lines = []
    for name, value, serial in rows:
        shown = html.escape(value)
        if serial is not None:
            shown = f'<a href="{serial}" style="color:{first}; text-decoration:none">{shown}</a>'
        named = f'<td style="color:{second}; padding:2px 18px 2px 0">{html.escape(name)}</td>'
        style = f"color:{first}; font-family:'{code}'; font-size:14px; padding:2px 0"
        span = "" if name else ' colspan="2"'
        lines.append(f'<tr>{named if name else ""}<td{span} style="{style}">{shown}</td></tr>')
    return f"<table cellspacing=0>{''.join(lines)}</table>"
