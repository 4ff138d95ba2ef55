"""Buttons of the window: they have an icon in the theme's colours and keep their own keys."""

import re
from collections.abc import Callable, Container, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from visualizer.shell.appearance.control_style import beside_text
from visualizer.shell.appearance.icons import icon
from visualizer.shell.appearance.look import THEME, keep_height, sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.layouts import discard, in_row

_ICON_COLOURS = {"primary": "onAccent", "soft": "accent", "danger": "loss"}
_OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keeps_key(event: QEvent, keys: Container[int]) -> bool:
    """Return whether to keep one of ``keys`` from the window's shortcuts, and accept the event.

    For the ``event`` method of a widget, or its filter.
    """
    # The class is checked first: most events have another class, and reading the type is slower.
    if (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.ShortcutOverride
        and event.key() in keys
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    ):
        event.accept()
        return True
    return False


class Button(QPushButton):
    """A button that Space presses while focused; elsewhere Space starts playback.

    A click leaves the focus where the user types; Tab focuses the button. ``role`` selects its
    style in the style sheet: ``icon``, ``plain``, ``soft``, ``primary``, ``danger`` or ``segment``.
    """

    def __init__(self, role: str, symbol: str | None = None, *, checkable: bool = False) -> None:
        super().__init__()
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._role = role
        self._symbol = symbol
        self._size = 20 if role == "icon" else 18
        if symbol:
            self.show_icon()
            THEME.changed.connect(self.show_icon)

    def set_sign_size(self, pixels: int) -> None:
        """Set the icon's size at the usual text size."""
        self._size = pixels
        self.show_icon()

    def set_words(self, text: str) -> None:
        """Show ``text`` next to the icon; the added space, which has no place in the name that a
        screen reader says, widens Qt's gap."""
        if not self.text() or self.accessibleName() == self.text().strip():
            self.setAccessibleName(text)
        self.setText(f" {text}" if self._symbol and text else text)

    def set_symbol(self, symbol: str) -> None:
        """Change the icon."""
        self._symbol = symbol
        self.show_icon()

    @Slot()
    def show_icon(self) -> None:
        """Draw the icon in the theme's colour for this role, scaled with the text."""
        if self._symbol:
            colour, size = THEME.colour(_ICON_COLOURS.get(self._role, "ink2")), sign_px(self._size)
            self.setIconSize(QSize(size, size))
            self.setIcon(icon(self._symbol, colour, THEME.colour("line"), size))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to filter: a filter in Python costs time at every event, so only in focus."""
        self.installEventFilter(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the filter."""
        self.removeEventFilter(self)
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that press a button from the window's shortcuts."""
        return watched is self and keeps_key(event, _OWN_KEYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button too, which on some platforms Qt leaves to dialogs."""
        if event.key() in _OWN_KEYS[1:] and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def labelled(button: QAbstractButton, words: Words, key: str, keys: str = "") -> None:
    """Name a button without text: as tooltip with its ``keys``, and for a screen reader."""

    def show(text: str) -> None:
        button.setToolTip(f"{text}  {keys}" if keys else text)
        button.setAccessibleName(text)

    words.bind(show, key, button)


type Does = Callable[..., object] | SignalInstance
"""The effect of a button."""


def text_button(
    words: Words,
    key: str,
    do: Does | None = None,
    role: str = "plain",
    symbol: str | None = None,
) -> Button:
    """Return a button that shows the words of ``key``, and calls ``do``."""
    made = Button(role, symbol)
    words.bind(made.set_words, key)
    if do is not None:
        made.clicked.connect(do)
    return made


def icon_button(words: Words, symbol: str, key: str, do: Does, keys: str = "") -> Button:
    """Return a button named by ``labelled`` that shows only an icon, and calls ``do``."""
    made = Button("icon", symbol)
    labelled(made, words, key, keys)
    made.clicked.connect(do)
    return made


def follow_action(button: Button, action: QAction) -> None:
    """Make a button trigger ``action``, with its keys and state, and its name if it shows none.

    Its tip also says why ``action`` is disabled, if that has this as its status tip.
    """

    def show() -> None:
        name = name_of(action)
        keys = keys_of(action)
        reason = "" if action.isEnabled() else action.statusTip()
        tip = f"{name}  {keys}" if keys else name
        button.setToolTip(f"{tip}\n{reason}" if reason else tip)
        if not button.text():
            button.setAccessibleName(name)
        button.setEnabled(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.changed.connect(show)
    show()


def name_of(action: QAction) -> str:
    """Return the name of ``action`` outside a menu."""
    return re.sub(r"\(&.\)|&", "", action.text()).rstrip("…")


_GAP = re.compile(r"(?<=\S) (?=[.,\s])")


def with_keys(words: Words, key: str, action: QAction) -> str:
    """Return the words of ``key`` with the keys of ``action`` in brackets, if it has any."""
    keys = keys_of(action)
    return _GAP.sub("", words(key, keys=f"({keys})" if keys else ""))


def keys_of(action: QAction) -> str:
    """Return the first keys of ``action`` in native notation; empty if it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def written_keys(shortcuts: Iterable[QKeySequence]) -> str:
    """Return all keys in native notation; keyboards have two keys named Enter."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(keys.toString(native) for keys in shortcuts))


def follow_keys(show: Callable[[str], object], words: Words, key: str, action: QAction) -> None:
    """Call ``show`` with the words of ``key`` and the keys of ``action``, at every change."""

    def speak() -> None:
        show(with_keys(words, key, action))

    words.changed.connect(speak)
    action.changed.connect(speak)
    speak()


class _Segment(Button):
    """Reserves room for bold text; Qt measures the letters of a button that is not down."""

    def __init__(self) -> None:
        super().__init__("segment", checkable=True)
        # Other widgets shrink instead: a cut text would be useless.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size when the button is down."""
        size, bold = super().sizeHint(), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        usual, down = (
            QFontMetrics(one).horizontalAdvance(self.text()) for one in (self.font(), bold)
        )
        return size.grownBy(QMargins(0, 0, max(0, down - usual), 0))


def add_shortcut(
    keys: str,
    owner: QWidget,
    do: Does,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QShortcut:
    """Call ``do`` when ``keys`` are pressed in ``owner``, or by ``context`` also elsewhere.

    PySide ignores a context that is given to the constructor together with a function.
    """
    made = QShortcut(QKeySequence.fromString(keys), owner)
    made.setContext(context)
    made.activated.connect(do)
    return made


def lead_tab(chosen: QWidget, group: Iterable[QWidget]) -> None:
    """Let Tab lead only to the chosen button of a group, as Qt does once one had the focus."""
    for button in group:
        is_chosen = button is chosen
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_chosen else Qt.FocusPolicy.NoFocus)


class Segments(QWidget):
    """A row of buttons of which exactly one is down."""

    picked = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "segments")
        self.buttons: tuple[Button, ...] = ()
        keep_height(self, 36)
        self._row = in_row(self, margins=(3, 3, 3, 3), spacing=0)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self.have(count)

    def have(self, count: int) -> None:
        """Replace the buttons by ``count`` new ones without texts."""
        discard(self._row, *self.buttons)
        self.buttons = tuple(_Segment() for _ in range(count))
        for number, button in enumerate(self.buttons):
            # A screen reader then calls it a radio button, not a check box.
            button.setAutoExclusive(True)
            self._row.addWidget(button)
            self._group.addButton(button, number)

    def name(self, words: Words, keys: Iterable[str]) -> None:
        """Write the words of ``keys`` on the buttons."""
        for button, key in zip(self.buttons, keys, strict=True):
            words.bind(button.setText, key)

    def show_picked(self, number: int) -> None:
        """Put button ``number`` down without a signal."""
        self.buttons[number].setChecked(True)
        lead_tab(self.buttons[number], self.buttons)

    def turn_pages(self, within: QWidget) -> None:
        """Let Ctrl+Tab pick the next button, Ctrl+Shift+Tab the previous one, in ``within``."""
        add_shortcut("Ctrl+Tab", within, partial(self._turn, 1))
        add_shortcut("Ctrl+Shift+Tab", within, partial(self._turn, -1))

    def _turn(self, by: int) -> None:
        chosen = self.buttons[(self._group.checkedId() + by) % len(self.buttons)]
        chosen.click()
        # The focus may have been on the page before, which is hidden now.
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)


_FEW = 6


class Choice(QComboBox):
    """A combo box as wide as its texts; if it ``shrinks``, it cuts them when there is no room."""

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks

    def setAccessibleName(self, name: str) -> None:
        """Describe the box by its name, too: under Linux, Qt tells the value as the name."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def offer(self, words: Words, options: Iterable[tuple[object, str]]) -> None:
        """Add ``options``, each a value and the key of its words."""
        for at, (value, key) in enumerate(options):
            self.addItem("", value)
            words.bind(partial(self.setItemText, at), key, self)

    def sizeHint(self) -> QSize:
        """Return room for the longest text in the current font and language, and the arrow.

        Qt would cache the size for a former font or language.
        """
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(widest + beside_text(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the full size, because a cut number misleads; if it shrinks, a few letters."""
        size = self.sizeHint()
        if self._shrinks:
            few = _FEW * self.fontMetrics().averageCharWidth() + beside_text()
            size.setWidth(min(size.width(), few))
        return size
