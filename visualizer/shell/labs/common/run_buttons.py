"""The buttons of a lab: run, cancel, earlier runs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.controls import Button, keys_of


class RunButtons:
    """The buttons; run and cancel have the keys of Record and Stop in the Program room."""

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
        """Label the buttons in the current language, with their current keys."""
        for button, action in self._actions:
            button.set_words(action.text())
            button.setToolTip(f"{action.text()}  {keys_of(action)}".rstrip())

    def count(self, runs: int) -> None:
        """Show the number of earlier runs."""
        self.history.set_words(self._words("lab.history", runs=str(runs)))

    def show_active(self, active: bool) -> None:
        """Show the buttons for a lab that runs, or for one that does not."""
        self.run.setVisible(not active)
        self.history.setVisible(not active)
        self.cancel.setVisible(active)


def _follow(page: QWidget, context: LabContext, key: str, command: QAction) -> QAction:
    """Return an action of the page with the keys of a command of the Program room."""
    action = QAction(page)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    context.words.bind(action.setText, key)
    command.changed.connect(lambda: action.setShortcuts(command.shortcuts()))
    action.setShortcuts(command.shortcuts())
    page.addAction(action)
    return action
