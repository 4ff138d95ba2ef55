"""The card with the main result of a lab, above everything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import sign_px
from visualizer.shell.labs.common.card import wrapped_label

_ICON = 22


class VerdictCard(QFrame):
    """Shows a bold sentence, and further sentences below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "verdict")
        self._sign = QLabel()
        self.first, self.rest = wrapped_label("title"), wrapped_label("second")
        for label in (self.first, self.rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.first)
        column.addWidget(self.rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(column, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the colours of ``theme``."""
        self._sign.setPixmap(pixmap("scale", theme.colour("accent"), sign_px(_ICON), 2))

    def show_sentences(self, first: str, *rest: str) -> None:
        """Show the main sentence, and the rest in one paragraph."""
        self.first.setText(first)
        self.rest.setText(" ".join(rest))
        self.rest.setVisible(bool(rest))
        self.setAccessibleName(" ".join((first, *rest)))
