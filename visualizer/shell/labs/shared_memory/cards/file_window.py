"""The window with the contents of an HDF5 file: first rows and attributes of each table."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from visualizer.shell.appearance.text_sizes import sized
from visualizer.shell.labs.common.amounts import bytes_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.figures_table import FiguresTable, Line
from visualizer.shell.labs.shared_memory.file_preview import FileFound, shape_text
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column, in_row, text_label


class FileWindow(Dialog):
    """Shows one table of a file at a time, which the user chooses."""

    def __init__(self, context: LabContext, owner: QWidget) -> None:
        super().__init__(context.words, "shm.file", (720, 560), owner, stays=True)
        self._file: FileFound = {}
        self.choice = Choice()
        self.path, self.summary = (text_label("second", wraps=True) for _ in range(2))
        self.table = FiguresTable(context.code, wide="figures")
        self.attributes = QPlainTextEdit()
        self.attributes.setReadOnly(True)
        self.attributes.setTabChangesFocus(True)
        self.attributes.setFont(sized(context.code, 14))
        row = in_row(None, self.choice, (self.summary, 1))
        in_column(self, self.path, row, (self.table, 3), (self.attributes, 2), margins=None)
        words = self._words
        words.bind(self.choice.setAccessibleName, "shm.dataset")
        words.bind(self.table.setAccessibleName, "shm.first_rows")
        words.bind(self.attributes.setAccessibleName, "shm.attributes")
        words.changed.connect(self._show)
        self.choice.activated.connect(self._show)

    def show_file(self, file: FileFound) -> None:
        """Show the tables of ``file``."""
        at = max(0, self.choice.currentIndex())
        self._file = file
        self.choice.clear()
        self.choice.addItems([one["name"] for one in file.get("tables", ())])
        self.choice.setCurrentIndex(min(at, self.choice.count() - 1))
        self._show()

    def _show(self) -> None:
        file, at = self._file, self.choice.currentIndex()
        self.path.setText(file.get("path", ""))
        if at < 0:
            self.table.show_lines([], [])
            self.attributes.setPlainText("")
            self.summary.setText("")
            return
        one = file["tables"][at]
        self.summary.setText(
            self._words(
                "shm.table_line",
                shape=shape_text(one["shape"]),
                size=bytes_text(one["stored"]),
                n=len(one["first"]),
            )
        )
        titles = ["", *(f"{name}  {kind}" for name, kind in one["dtype"])]
        lines = [Line(str(number), (str(number), *row)) for number, row in enumerate(one["first"])]
        self.table.show_lines(lines, titles)
        parts = [f"{key} = {value}" for key, value in one["attributes"].items()]
        parts += ["", *(f"/{key} = {value}" for key, value in file["attributes"].items())]
        self.attributes.setPlainText("\n".join(parts))
