"""Lines over the diagram that report events and offer actions, in place of dialogs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from math import ceil

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import announce, discard, in_column, in_row, text_label

_COLOURS = {"info": "accent", "loss": "loss", "change": "change"}
_LINES = 2
"""The maximum number of text lines before the buttons move below the text."""
_SHARE = 5
"""One that would need more than a fifth of the diagram's height has one line.

If a line needs more, only one notification is visible.
"""
_AROUND = 8
"""Pixels above and below the buttons."""
_BLINK = 150
"""Milliseconds for which the text vanishes when the same happens again."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a notification: ``role`` is its style, ``words`` the key or source of its text.

    It is shown only while ``leads`` returns True.
    """

    words: str | Callable[[], str]
    do: Callable[[], object]
    role: str = "plain"
    symbol: str | None = None
    leads: Callable[[], bool] = lambda: True


class Notification(QFrame):
    """A bold text, a plain text, buttons, and a cross if the user may close it.

    Texts and buttons share a row if they fit; otherwise the buttons are below the texts. With very
    large letters, or over a low diagram, the notification stays on one line: first the plain text
    is left out, then the bold text is shortened, then the buttons show only their icons, then the
    text is cut. Tooltips have what is left out.
    """

    def __init__(self, ground: str, words: Words) -> None:
        super().__init__()
        self.setProperty("notification", ground)
        self.setMinimumHeight(44)
        self._words, self._ground = words, ground
        self._is_large = self._is_captioned = self.is_asked = False
        self._highest = 0
        self.is_lasting = False
        """Whether it stays until the user closes or mends it, so that the picture makes room."""
        self._say: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._brief: Callable[[], str] | None = None
        self._actions: list[tuple[Button, Action]] = []
        self.is_wanted, self.place_asked = False, self.appear
        self._is_made = False
        self.hide()

    def _make_parts(self) -> None:
        """Make texts and cross, when there is something to show: most notifications stay empty."""
        self._is_made = True
        self._said = text_label("said", wraps=True, form=Qt.TextFormat.RichText)
        policy = self._said.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._said.setSizePolicy(policy)
        self._row = in_row(None, spacing=8)
        self._parts: QBoxLayout = in_row(None, (self._said, 1), self._row, spacing=8)
        self._cross = Button("icon", "x")
        self._cross.clicked.connect(self.hide)
        self._words.bind(self._cross.setToolTip, "notification.dismiss")
        self._words.bind(self._cross.setAccessibleName, "notification.dismiss")
        in_row(
            self,
            (self._parts, 1),
            (self._cross, 0, Qt.AlignmentFlag.AlignTop),
            margins=(12, 4, 8, 4),
            spacing=8,
        )
        # Tab reaches the cross where the notification stands; Qt asks for two that take the focus.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabOrder(self, self._cross)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.changed.connect(self.speak)
        THEME.changed.connect(self._recolour)

    def show_words(
        self,
        say: Callable[[], tuple[str, str]],
        *actions: Action,
        lasting: bool = False,
        brief: Callable[[], str] | None = None,
        blinks: bool = False,
    ) -> None:
        """Show the texts of ``say`` (bold, plain), called again at each change of the language.

        ``brief`` returns the bold text for narrow places. A notification that ``blinks`` does so
        when it shows the same texts again. A screen reader reads the texts, except the progress of
        ``lasting`` work.
        """
        before = self.accessibleName() if self.isVisible() else ""
        if not self._is_made:
            self._make_parts()
        self._say, self._brief = say, brief
        if [action for _, action in self._actions] != list(actions):
            self._replace(actions)
        self._cross.setVisible(not lasting)
        self.speak()
        self.show()
        is_same = self.accessibleName() == before
        if is_same and blinks:
            self._said.hide()
            QTimer.singleShot(_BLINK, self._said, self._said.show)
        if self.isVisible() and not lasting and (blinks or not is_same):
            announce(self, self.accessibleName())

    def show_keys(
        self,
        bold: str,
        plain: str = "",
        *actions: Action,
        lasting: bool = False,
        blinks: bool = False,
        **arguments: str | int,
    ) -> None:
        """Show the words of two keys, of which one may be empty, like ``show_words``."""

        def texts() -> tuple[str, str]:
            said, more = (self._words(key, **arguments) if key else "" for key in (bold, plain))
            return said, more

        self.show_words(texts, *actions, lasting=lasting, blinks=blinks)

    def setVisible(self, visible: bool) -> None:
        """Ask for a place, or release it."""
        self.is_asked = visible
        self.is_wanted = visible and not (self._is_large and self._is_captioned)
        self.place_asked()

    def leave_to_caption(self, is_captioned: bool) -> None:
        """Hide while letters are large, if a presentation's caption has the same text."""
        self._is_captioned = is_captioned
        self.setVisible(self.is_asked)

    def appear(self, has_place: bool = True) -> None:
        """Appear if the notification is wanted and ``has_place``."""
        super().setVisible(self.is_wanted and has_place)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of the actions, without the cross."""
        return tuple(button for button, _ in self._actions)

    def withdraw(self, action: Action) -> None:
        """Hide if ``action`` is still offered; a later notification stays."""
        if action in (shown for _, shown in self._actions):
            self.hide()

    def _replace(self, actions: tuple[Action, ...]) -> None:
        discard(self._row, *self.buttons)
        self._actions = []
        for action in actions:
            button = Button(action.role, action.symbol)
            button.clicked.connect(action.do)
            self._row.addWidget(button)
            # Tab reaches the buttons and then the cross, as they stand.
            self.setTabOrder(self._cross, button)
            self.setTabOrder(button, self._cross)
            self._actions.append((button, action))

    def speak(self) -> None:
        """Write the texts again, after numbers or the language have changed."""
        self.setAccessibleName(" ".join(self._say()).strip())
        self.arrange()

    def _write(self, bold: str, plain: str, *, icons: bool = False) -> None:
        """Write these texts; with ``icons``, show only the icons of buttons that have one."""
        colour = THEME.colour(_COLOURS[self._ground]).name()
        head = f'<b style="color:{colour}">{escape(bold)}</b>&nbsp; ' if bold else ""
        self._said.setText(head + escape(plain))
        whole = self.accessibleName()
        self._said.setToolTip("" if f"{bold} {plain}".strip() == whole else whole)
        for button, action in self._actions:
            alone = icons and action.symbol is not None
            named = self._words(action.words) if isinstance(action.words, str) else action.words()
            button.set_words("" if alone else named)
            button.setAccessibleName(named)
            button.setToolTip(named if alone else "")
            button.setVisible(action.leads())

    @property
    def leaves_room(self) -> bool:
        """Whether the notification is only hidden for now, so that its room stays reserved."""
        return self.is_asked and not self.is_wanted

    def show_large(self, large: bool) -> None:
        """Write only the main text while letters are very large."""
        self._is_large = large
        self.setVisible(self.is_asked)
        if self.is_wanted:
            self.speak()

    def keep_below(self, pixels: int) -> None:
        """Stay on one line if the whole text needs more than ``pixels`` of height."""
        if self._highest != pixels:
            self._highest = pixels
            self.arrange()

    @property
    def least_height(self) -> int:
        """The height of one line."""
        rows = [self._cross, *self.buttons]
        return max(self.minimumHeight(), *(one.sizeHint().height() + _AROUND for one in rows))

    def arrange(self) -> None:
        """Put the buttons next to the texts, or below if the texts would be squeezed."""
        if not self._is_made:
            return
        bold, plain = self._say()
        if self._is_large and bold and self._actions:
            self._fit(bold, "")
            return
        self._write(bold, plain)
        buttons = self._row.sizeHint().width()
        room = self.width() - self._cross.sizeHint().width() - 28
        metrics = self._said.fontMetrics()
        words = metrics.horizontalAdvance(self.accessibleName())
        beside = buttons + min(words, room) / _LINES <= room
        lines = ceil(words / max(1, room - buttons if beside else room))
        high = lines * metrics.lineSpacing() + (0 if beside else self.least_height)
        if high > self._highest > 0 and not (beside and lines == 1):
            self._fit(bold, plain)
            return
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        aligned = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
        self._parts.setAlignment(self._row, aligned)

    def _fit(self, bold: str, plain: str) -> None:
        """Fit the main text and the buttons into one row."""
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight)
        self._parts.setAlignment(self._row, Qt.AlignmentFlag.AlignVCenter)
        main = bold or plain
        brief = self._brief() if self._brief is not None else main
        font = self._said.font()
        font.setBold(True)
        metrics = QFontMetrics(font)

        def write(said: str, *, icons: bool) -> None:
            self._write(*((said, "") if bold else ("", said)), icons=icons)

        for said, icons in ((main, False), (brief, False), (brief, True)):
            write(said, icons=icons)
            shown = (button for button in self.buttons if not button.isHidden())
            buttons = sum(button.sizeHint().width() + 8 for button in shown)
            room = self.width() - self._cross.sizeHint().width() - 36 - buttons
            if metrics.horizontalAdvance(f"{said}   ") <= room:
                return
        room -= metrics.horizontalAdvance("   ")
        write(metrics.elidedText(brief, Qt.TextElideMode.ElideRight, room), icons=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt to the new size."""
        super().resizeEvent(event)
        self.arrange()

    def _recolour(self) -> None:
        for button in self.buttons:
            # Called here because the texts depend on the widths of the buttons.
            button.show_icon()
        self.speak()


class Notifications(QWidget):
    """All notifications of the window, in a fixed order; at most two cover the picture.

    These are the first in the order and the newest of the others, over a low picture the newest
    alone. A recording under way comes before all others, as its buttons follow and stop the
    program. The first four concern the application: a fault, text at risk, settings that were set
    aside, text of a crashed window.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.recording = Notification("info", words)
        self.ended = Notification("loss", words)
        self.edited = Notification("change", words)
        self.problem = Notification("loss", words)
        self.fault, self.unsafe = Notification("loss", words), Notification("loss", words)
        self.notice, self.live = Notification("change", words), Notification("change", words)
        self.offer = Notification("info", words)
        self.seeking = Notification("info", words)
        self.hint, self.undo = Notification("info", words), Notification("info", words)
        self.exporting, self.reading = Notification("info", words), Notification("info", words)
        own = (self.fault, self.unsafe, self.notice, self.offer)
        found = (self.live, self.problem, self.recording, self.ended, self.edited)
        for one in (*own, self.problem, self.ended):
            one.is_lasting = True
        self._all = (
            *own,
            *found,
            self.seeking,
            self.exporting,
            self.reading,
            self.undo,
            self.hint,
        )
        in_column(self, *self._all, spacing=1)
        self._wanted: list[Notification] = []
        self._is_low = False
        for one in self._all:
            one.place_asked = partial(self._give_places, one)

    def _give_places(self, asking: Notification) -> None:
        if asking.is_wanted is not (asking in self._wanted):
            (self._wanted.append if asking.is_wanted else self._wanted.remove)(asking)
        self._place()

    def _place(self) -> None:
        first = next((one for one in (self.recording, *self._all) if one in self._wanted), None)
        newest = [one for one in self._wanted if one is not first][-1:]
        seen = [first, *newest]
        if self._is_low:
            seen = seen[:1] if first is self.recording else seen[-1:]
        for one in self._all:
            one.appear(one in seen)

    def leave_most_of(self, height: int) -> None:
        """Leave the greater part of a diagram visible that is ``height`` pixels high."""
        for one in self._all:
            one.keep_below(height // _SHARE)
        row = max((one.least_height for one in self._wanted), default=0)
        is_low = row * _SHARE > height
        if is_low is not self._is_low:
            self._is_low = is_low
            self._place()

    @property
    def buttons(self) -> list[Button]:
        """The visible buttons of the visible notifications, without their crosses."""
        buttons = (button for one in self._all if not one.isHidden() for button in one.buttons)
        return [button for button in buttons if not button.isHidden()]

    def lasting_height(self, width: int) -> int:
        """Return the height of the notifications that stay until the user closes or resolves them.

        The others end with a step, a search or a run.
        """
        lasting = (one for one in self._all if one.is_lasting)
        shown = [one for one in lasting if not one.isHidden() or one.leaves_room]
        return sum(max(one.heightForWidth(width), one.minimumHeight()) + 1 for one in shown)

    def show_large(self, pixels: int | None) -> None:
        """Write ``pixels`` high for a presentation; None restores the usual size."""
        large = f"QLabel, QPushButton {{ font-size: {pixels}px }}" if pixels is not None else ""
        self.setStyleSheet(large)
        for notification in self._all:
            notification.show_large(pixels is not None)
            notification.arrange()
