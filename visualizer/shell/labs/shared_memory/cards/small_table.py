"""A small table: names at the left, figures at the right."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView

from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.figures_table import ROW, FiguresModel, FiguresTable


class SmallTable(FiguresTable):
    """A table that hides columns of ``spare`` where it is narrow, in that order.

    In a ``numbered`` table names are only numbers, and the other columns share the width.
    """

    def __init__(
        self,
        code: QFont,
        *,
        code_names: bool = True,
        numbered: bool = False,
        spare: tuple[int, ...] = (),
    ) -> None:
        super().__init__(FiguresModel(code))
        self._numbered, self._spare = numbered, spare
        self.shown.code_names = code_names

    def fit(self) -> None:
        """Hide columns that have no room; names, which are never cut, take the rest."""
        columns = len(self.shown.titles)
        if not columns:
            return
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        for column in self._spare:
            # The title of a hidden column has no width.
            self.setColumnHidden(column, False)
        needs = [
            max(self.sizeHintForColumn(at), across.sectionSizeHint(at)) for at in range(columns)
        ]
        hidden = set[int]()
        for column in self._spare:
            if sum(needs) - sum(needs[at] for at in hidden) > self.viewport().width():
                hidden.add(column)
        for column in range(columns):
            self.setColumnHidden(column, column in hidden)
            takes_rest = column > 0 if self._numbered else column == 0
            mode = modes.Stretch if takes_rest else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        left = self.viewport().width() - sum(
            needs[at] for at in range(1, columns) if at not in hidden
        )
        if left < needs[0]:
            # Names are never cut; the table scrolls instead.
            across.setSectionResizeMode(modes.ResizeToContents)

    def rows_height(self) -> int:
        """Return the height of all lines, in pixels."""
        return px(ROW) * (len(self.shown.lines) + 1) + px(6)
