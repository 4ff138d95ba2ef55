"""The bar with a lab's controls, progress and buttons; in a narrow window it has several rows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from visualizer.labs.history import History
from visualizer.shell.appearance.look import keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.results import LabResults
from visualizer.shell.widgets.controls import Button, keys_of
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label
from visualizer.shell.widgets.pane import Pane

_GAP, _EDGE = 16, 16
_FINE = 1000


class ControlBar(Pane):
    """A bar; ``add`` adds labelled controls from the left, ``add_end`` widgets at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.controls: list[QWidget] = []
        self._groups: list[QWidget] = []
        self._is_bare = False
        self._end = QWidget(self)
        self._right = in_row(self._end, spacing=10)
        self._rows: list[list[QWidget]] = []
        self._whole = in_column(self, margins=(_EDGE, 8, _EDGE, 8), spacing=6)

    def add(self, words: Words, key: str, control: QWidget) -> None:
        """Add a control, with the words of ``key`` as its label and accessible name."""
        label = words_label(words, key, "second")
        label.setBuddy(control)
        words.bind(control.setAccessibleName, key)
        group = QWidget(self)
        in_row(group, label, control, spacing=8)
        self._groups.append(group)
        self.controls.append(control)

    def add_end(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the right."""
        self._right.addWidget(widget, stretch)

    @property
    def last_stop(self) -> QWidget:
        """The last widget of the controls that Tab reaches."""
        parts = (
            one for control in self.controls for one in (control, *control.findChildren(QWidget))
        )
        return [
            one
            for one in parts
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        ][-1]

    def enable(self, enabled: bool) -> None:
        """Enable the controls, or disable them while a lab runs."""
        for control in self.controls:
            control.setEnabled(enabled)

    def show_controls(self, shown: bool) -> None:
        """Show the controls beside the progress and the buttons, or hide them."""
        self._is_bare = not shown
        for group in self._groups:
            group.setVisible(shown)
        self.fit()

    def fit(self) -> None:
        """Break the bar into as many rows as its width needs; the right part ends the last row."""
        rows: list[list[QWidget]] = [[]]
        room = self.width() - 2 * _EDGE
        left = room
        for part in (*(() if self._is_bare else self._groups), self._end):
            needed = part.minimumSizeHint().width() + _GAP
            if needed - _GAP > left and rows[-1]:
                rows.append([])
                left = room
            rows[-1].append(part)
            left -= needed
        if rows != self._rows:
            self._rows = rows
            self._lay_out()

    def _lay_out(self) -> None:
        while (item := self._whole.takeAt(0)) is not None:
            layout = item.layout()
            while layout is not None and layout.takeAt(0) is not None:
                pass
        for parts in self._rows:
            row = in_row(None, *((part, int(part is self._end)) for part in parts), spacing=_GAP)
            if self._end not in parts:
                row.addStretch()
            self._whole.addLayout(row)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest control."""
        widest = max((group.minimumSizeHint().width() for group in self._groups), default=0)
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the bar again: while it was hidden, Qt did not measure its new words."""
        super().showEvent(event)
        self.fit()


class LabProgress(QWidget):
    """The progress of a run; the page shows it while a run goes on."""

    def __init__(self, results: LabResults, words: Words) -> None:
        super().__init__()
        self._results, self._words = results, words
        self.doing, self.percent = text_label("head"), text_label("head")
        self.left = text_label("caption")
        self.bar = QProgressBar(maximum=_FINE, textVisible=False)
        keep_height(self.bar, 8)
        top = in_row(None, (self.doing, 1), self.percent)
        in_column(self, top, self.bar, self.left, margins=(0, 2, 0, 2), spacing=2)
        self.setMinimumWidth(220)
        self.doing.setMinimumWidth(1)
        words.bind(self.bar.setAccessibleName, "lab.progress")

    def show_doing(self, doing: str) -> None:
        """Show ``doing``, the share done and the time left."""
        results, words = self._results, self._words
        self.doing.setText(doing)
        self.percent.setText(f"{int(100 * results.share)}%")
        self.bar.setValue(int(_FINE * results.share))
        self.left.setText(left_words(results.left, words) if results.left is not None else " ")


def left_words(seconds: float, words: Words) -> str:
    """Return the remaining time in words, in seconds or minutes."""
    if seconds < 60:
        return words("lab.seconds_left", n=max(1, round(seconds)))
    return words("lab.minutes_left", n=round(seconds / 60))


class RunButtons:
    """The buttons; run and cancel have the keys that record and stop in the Program room."""

    def __init__(self, page: QWidget, context: LabContext) -> None:
        self._words = context.words
        self.run, self.cancel = Button("primary", "play"), Button("danger", "circle-stop")
        self.history = Button("plain", "history")
        self._actions = [
            (self.run, _follow(page, context, "lab.run", context.run, context.go_on)),
            (self.cancel, _follow(page, context, "lab.cancel", context.cancel)),
        ]
        for button, action in self._actions:
            button.clicked.connect(action.trigger)
            action.changed.connect(self.name)
        self.start_asked, self.cancel_asked = (action.triggered for _, action in self._actions)

    def name(self) -> None:
        """Label the buttons in the current language, with their current keys."""
        for button, action in self._actions:
            button.set_words(action.text())
            button.setToolTip(f"{action.text()}  {keys_of(action)}".rstrip())

    def count(self, history: History) -> None:
        """Show the number of earlier runs."""
        self.history.set_words(self._words("lab.history", runs=str(len(history.entries()))))

    def show_active(self, active: bool) -> None:
        """Show the buttons for a lab that runs, or for one that does not."""
        self.run.setVisible(not active)
        self.history.setVisible(not active)
        self.cancel.setVisible(active)


def _follow(page: QWidget, context: LabContext, key: str, *commands: QAction) -> QAction:
    """Return an action of the page with the keys of commands of the Program room."""
    action = QAction(page)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    context.words.bind(action.setText, key)

    def take_keys() -> None:
        action.setShortcuts([keys for command in commands for keys in command.shortcuts()])

    for command in commands:
        command.changed.connect(take_keys)
    take_keys()
    page.addAction(action)
    return action
