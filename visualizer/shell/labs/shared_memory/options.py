"""The window of further options: the source of tables, how to read them, the file to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QWidget,
)

from visualizer.labs.reading import count, mapping, text, texts
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.lab_controls import ValueChoice
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

READERS = ("loadtxt", "fast")
COMPRESSIONS = ("none", "lzf", "gzip")
NOWHERE, USUAL, CHOSEN = range(3)
"""The choices for the file: none, one in the lab's folder, one at a chosen path."""
_MOST_CHUNK = 100_000_000
_OWN_FILE = "tables.h5"


class Options(QDialog):
    """The window of options; ``changed`` follows each choice of the user."""

    changed = Signal()

    def __init__(self, context: LabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._words = context, context.words
        self.sources: list[str] = []
        self.output = ""
        self._usual = context.folder / "shared-memory" / _OWN_FILE
        self._make_fields()
        self._lay_out()
        self._connect()
        self.speak()

    def _make_fields(self) -> None:
        self.files = QListWidget()
        self.add, self.clear = Button("plain", "file-plus"), Button("plain", "x")
        self.reader = ValueChoice(READERS, "loadtxt")
        self.compression = ValueChoice(COMPRESSIONS, "none")
        self.place = ValueChoice((NOWHERE, USUAL, CHOSEN), USUAL)
        self.chunk = QSpinBox()
        self.chunk.setRange(0, _MOST_CHUNK)
        self.chunk.setSingleStep(10_000)
        self.chunk.setGroupSeparatorShown(True)
        self.path = text_label("caption", wraps=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.scheduler = QLineEdit()
        self.scheduler.setPlaceholderText("tcp://host:8786")
        self.sweep, self.growth, self.kill = QCheckBox(), QCheckBox(), QCheckBox()
        self.sweep.setChecked(True)
        self.kill.setChecked(True)
        self.close_button = Button("primary")

    def _lay_out(self) -> None:
        words, form = self._words, QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        source = in_column(None, self.files, in_row(None, self.add, self.clear, None))
        place = in_column(None, self.place, self.path)
        rows: tuple[tuple[str, QWidget | QLayout, QWidget], ...] = (
            ("shm.sources", source, self.files),
            ("shm.reader", self.reader, self.reader),
            ("shm.output", place, self.place),
            ("shm.compression", self.compression, self.compression),
            ("shm.chunk_rows", self.chunk, self.chunk),
            ("shm.scheduler", self.scheduler, self.scheduler),
        )
        for key, field, named in rows:
            label = QLabel()
            words.bind(label.setText, key)
            words.bind(named.setAccessibleName, key)
            label.setBuddy(named)
            if isinstance(field, QWidget):
                form.addRow(label, field)
            else:
                form.addRow(label, field)
        for box, key in (
            (self.sweep, "shm.ask_sweep"),
            (self.growth, "shm.ask_growth"),
            (self.kill, "shm.ask_kill"),
        ):
            words.bind(box.setText, key)
            form.addRow(QLabel(), box)
        foot = in_row(None, None, self.close_button)
        in_column(self, form, foot, margins=(20, 18, 20, 16), spacing=14)
        self.files.setMaximumHeight(px(90))
        self.resize(px(560), px(470))

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.clear.clicked.connect(self._clear)
        self.place.activated.connect(self._choose_place)
        self.close_button.clicked.connect(self.hide)
        for box in (self.reader, self.compression):
            box.currentIndexChanged.connect(self.changed)
        self.chunk.valueChanged.connect(self.changed)
        self.scheduler.textChanged.connect(self.changed)
        for check in (self.sweep, self.growth, self.kill):
            check.toggled.connect(self.changed)

    def speak(self) -> None:
        """Label the fields in the current language."""
        words = self._words
        self.setWindowTitle(words("shm.options_title"))
        self.reader.show_texts([words("shm.reader_loadtxt"), words("shm.reader_fast")])
        self.compression.show_texts([words("shm.uncompressed"), *COMPRESSIONS[1:]])
        places = "shm.no_file", "shm.own_file", "shm.choose_file"
        self.place.show_texts(map(words, places))
        self.chunk.setSpecialValueText(words("shm.one_piece"))
        self.add.set_words(words("shm.add_files"))
        self.clear.set_words(words("shm.generated"))
        self.close_button.set_words(words("shm.close"))
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Show the chosen files; disable the fields while the lab runs."""
        self.files.clear()
        self.files.addItems(self.sources or [self._words("shm.tables_are_made")])
        self.clear.setEnabled(bool(self.sources) and not active)
        self.path.setText(self.output_path)
        self.path.setVisible(bool(self.output_path))
        for widget in (
            *(self.add, self.reader, self.compression, self.place, self.chunk, self.scheduler),
            *(self.sweep, self.growth, self.kill),
        ):
            widget.setEnabled(not active)

    @property
    def output_path(self) -> str:
        """The path of the file to write, empty for none."""
        return {NOWHERE: "", USUAL: str(self._usual), CHOSEN: self.output}[self.place.value]

    def make_folder(self) -> None:
        """Create the lab's folder if the file goes there. Raises ``OSError``."""
        if self.place.value == USUAL:
            self._usual.parent.mkdir(parents=True, exist_ok=True)

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
        return {
            "sources": list(self.sources),
            "reader": self.reader.value,
            "scheduler": self.scheduler.text().strip(),
            "layout": {
                "compression": self.compression.value,
                "chunk_rows": self.chunk.value(),
            },
            "output": self.output_path or None,
            "sweep": self.sweep.isChecked(),
            "growth": self.growth.isChecked(),
            "kill": self.kill.isChecked(),
        }

    def show_chosen(self, settings: dict[str, Any]) -> None:
        """Choose the known values of ``settings``, which may hold anything."""
        layout = mapping(settings.get("layout"))
        self.reader.choose(settings.get("reader"))
        self.compression.choose(layout.get("compression"))
        if "chunk_rows" in layout:
            self.chunk.setValue(min(_MOST_CHUNK, count(layout["chunk_rows"])))
        if "sources" in settings:
            self.sources = list(texts(settings["sources"]))
        if "scheduler" in settings:
            self.scheduler.setText(text(settings["scheduler"]))
        if "output" in settings:
            self._show_output(text(settings["output"]))
        for key, box in (("sweep", self.sweep), ("growth", self.growth), ("kill", self.kill)):
            if isinstance(settings.get(key), bool):
                box.setChecked(settings[key])
        self.refine(active=False)

    def _show_output(self, path: str) -> None:
        if not path or path == str(self._usual):
            self.place.choose(USUAL if path else NOWHERE)
        else:
            self.output = path
            self.place.choose(CHOSEN)
