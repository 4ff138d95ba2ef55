"""The window of further options: the source of tables, how to read them, the file to write."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QWidget,
)

from visualizer.labs.reading import texts
from visualizer.shell.appearance.look import px
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.lab_controls import LabFields, ValueChoice
from visualizer.shell.widgets.controls import text_button
from visualizer.shell.widgets.dialog_size import Dialog, scrolled
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label
from visualizer.shell.widgets.number_field import NumberField

READERS = {"loadtxt": "shm.reader_loadtxt", "fast": "shm.reader_fast"}
COMPRESSIONS = ("none", "lzf", "gzip")
NOWHERE, USUAL, CHOSEN = range(3)
"""The choices for the file: none, one in the lab's folder, one at a chosen path."""
PLACES = "shm.no_file", "shm.own_file", "shm.choose_file"
CHECKS = {"sweep": "shm.ask_sweep", "growth": "shm.ask_growth", "kill": "shm.ask_kill"}
"""Keys of words for what else can be measured."""
_LAYOUT = "compression", "chunk_rows"
_MOST_CHUNK = 100_000_000
_OWN_FILE = "tables.h5"


class Options(Dialog):
    """The window of options; ``changed`` follows each choice of the user."""

    def __init__(self, context: LabContext, owner: QWidget) -> None:
        words = context.words
        super().__init__(words, "shm.options_title", (560, 505), owner, stays=True)
        self._context = context
        self._fields = LabFields(self)
        self.changed = self._fields.changed
        self.sources: list[str] = []
        self.output = ""
        self._own_file = context.folder / "shared-memory" / _OWN_FILE
        self.files = QListWidget()
        self.add = text_button(words, "shm.add_files", self._add, symbol="file-plus")
        self.clear = text_button(words, "shm.generated", self._clear, symbol="x")
        self.place = ValueChoice(
            (NOWHERE, USUAL, CHOSEN), USUAL, lambda one: self._words(PLACES[one])
        )
        self.path = text_label("caption", wraps=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._form = QFormLayout()
        self._add_rows()
        self._lay_out()
        self.place.activated.connect(self._choose_place)
        self.refine(active=False)

    def _add_rows(self) -> None:
        words = self._words
        chunk = NumberField(0, _MOST_CHUNK, step=10_000)
        words.bind(chunk.setSpecialValueText, "shm.one_piece")
        files = in_column(None, self.files, in_row(None, self.add, self.clear, None, spacing=8))
        reader = ValueChoice((*READERS,), "loadtxt", lambda one: words(READERS[one]))
        self._add_row("shm.sources", self.files, files)
        self._add_row("shm.reader", self._fields.put("reader", reader))
        self._add_row("shm.output", self.place, in_column(None, self.place, self.path))
        self._add_row(
            "shm.compression",
            self._fields.put("compression", ValueChoice(COMPRESSIONS, "none", self._packing_text)),
        )
        self._add_row("shm.chunk_rows", self._fields.put("chunk_rows", chunk))
        scheduler = QLineEdit(placeholderText="tcp://host:8786")
        self._add_row("shm.scheduler", self._fields.put("scheduler", scheduler))
        for key, name in CHECKS.items():
            box = self._fields.put(key, QCheckBox())
            words.bind(box.setText, name)
            box.setChecked(key != "growth")
            self._form.addRow(QLabel(), box)

    def _packing_text(self, compression: str) -> str:
        return self._words("shm.uncompressed") if compression == "none" else compression

    def _add_row(self, name: str, field: QWidget, around: QLayout | None = None) -> None:
        label = words_label(self._words, name)
        self._words.bind(field.setAccessibleName, name)
        label.setBuddy(field)
        if around is None:
            self._form.addRow(label, field)
        else:
            self._form.addRow(label, around)

    def _lay_out(self) -> None:
        close = text_button(self._words, "shm.close", self.hide, "primary")
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(10)
        form = QWidget()
        self._form.setContentsMargins(20, 18, 20, 4)
        form.setLayout(self._form)
        foot = in_row(None, None, close, margins=(20, 10, 20, 16))
        in_column(self, (scrolled(form), 1), foot, spacing=0)
        self.files.setMaximumHeight(px(60))

    def speak(self) -> None:
        """Write the values in the current language."""
        self._fields.speak()
        self.place.speak()
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Show the chosen files; disable the fields while the lab runs."""
        self.files.clear()
        self.files.addItems(self.sources or [self._words("shm.tables_are_made")])
        self.clear.setEnabled(bool(self.sources) and not active)
        self.path.setText(self.output_path)
        self.path.setVisible(bool(self.output_path))
        for widget in (self.add, self.place, *self._fields.fields.values()):
            widget.setEnabled(not active)

    @property
    def output_path(self) -> str:
        """The path of the file to write, empty for none."""
        return {NOWHERE: "", USUAL: str(self._own_file), CHOSEN: self.output}[self.place.value]

    def make_folder(self) -> None:
        """Create the lab's folder if the file goes there. Raises ``OSError``."""
        if self.place.value == USUAL:
            self._own_file.parent.mkdir(parents=True, exist_ok=True)

    def _add(self) -> None:
        self.sources += [str(one) for one in self._context.dialogs.tables_to_read()]
        self._update()

    def _clear(self) -> None:
        self.sources = []
        self._update()

    def _choose_place(self, at: int) -> None:
        if at == CHOSEN:
            suggestion = Path(self.output) if self.output else Path.home() / _OWN_FILE
            chosen = self._context.dialogs.place_for("h5", suggestion)
            if chosen is None and not self.output:
                self.place.choose(USUAL)
            self.output = str(chosen) if chosen is not None else self.output
        self._update()

    def _update(self) -> None:
        self.refine(active=False)
        self.changed.emit()

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        found = self._fields.chosen
        layout = {key: found.pop(key) for key in _LAYOUT}
        given = {"sources": list(self.sources), "output": self.output_path or None}
        return {**found, **given, "layout": layout}

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        self._fields.choose({**settings, **(settings.get("layout") or {})})
        if "sources" in settings:
            self.sources = list(texts(settings["sources"]))
        if "output" in settings:
            self._show_output(settings["output"] or "")
        self.refine(active=False)

    def _show_output(self, path: str) -> None:
        if not path or path == str(self._own_file):
            self.place.choose(USUAL if path else NOWHERE)
        else:
            self.output = path
            self.place.choose(CHOSEN)
