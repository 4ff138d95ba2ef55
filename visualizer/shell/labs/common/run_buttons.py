"""Run, cancel, earlier runs: the buttons of a lab, and the keys for the first two."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.controls import Button, keys_of


class RunButtons:
    """Run and cancel have the keys that record and stop have in the program's room."""

    def __init__(self, page: QWidget, context: LabContext) -> None:
        self._words = context.words
        self.run, self.cancel = Button("primary", "play"), Button("danger", "circle-stop")
        self.history = Button("plain", "history")
        self._actions = [
            (self.run, _follow(page, context, "lab.run", context.run)),
            (self.cancel, _follow(page, context, "lab.cancel", context.cancel)),
        ]
        for button, action in self._actions:
            button.clicked.connect(action.trigger)
            action.changed.connect(self.name)
        self.start_asked, self.cancel_asked = (action.triggered for _, action in self._actions)

    def name(self) -> None:
        """In the language of the moment, with the keys that they have now."""
        for button, action in self._actions:
            button.set_words(action.text())
            button.setToolTip(f"{action.text()}  {keys_of(action)}".rstrip())

    def count(self, runs: int) -> None:
        """How many earlier runs there are."""
        self.history.set_words(self._words("lab.history", runs=str(runs)))

    def show_active(self, active: bool) -> None:
        """What can be done while a lab runs, and while none does."""
        self.run.setVisible(not active)
        self.history.setVisible(not active)
        self.cancel.setVisible(active)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for button in (self.run, self.cancel, self.history):
            button.set_theme(theme)


def _follow(page: QWidget, context: LabContext, key: str, command: QAction) -> QAction:
    """An action of the page with the keys of a command of the program's room."""
    action = QAction(page)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    context.words.bind(action.setText, key)
    command.changed.connect(lambda: action.setShortcuts(command.shortcuts()))
    action.setShortcuts(command.shortcuts())
    page.addAction(action)
    return action
