"""The texts of the program and its modules, as documents with colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextDocument

from visualizer.shell.editor.code_layout import code_document, text_of

if TYPE_CHECKING:
    from visualizer.shell.editor.highlighter import Highlighter

_COLOURED_LINES = 5_000
"""Longer texts stay plain: colouring a line takes a sixth of a millisecond."""


class SourceTexts:
    """Holds a document for each file, made when first shown; ``program`` may be editable.

    ``owner`` owns the documents.
    """

    def __init__(self, owner: QObject, font: QFont) -> None:
        self._owner, self._font = owner, font
        self._documents: dict[str, QTextDocument] = {}
        self._colours: dict[str, Highlighter] = {}
        self._sources: Mapping[str, str] = {}
        self._colouring = False
        self.program = ""

    def __contains__(self, file: str) -> bool:
        return file in self._sources or file == self.program

    def __getitem__(self, file: str) -> QTextDocument:
        if file not in self._documents:
            self._documents[file] = code_document(self._sources[file], self._font, self._owner)
            self._colour(file)
        return self._documents[file]

    @property
    def files(self) -> tuple[str, ...]:
        """All files, the program first."""
        return self.program, *(file for file in self._sources if file != self.program)

    @property
    def text(self) -> str:
        """The program's current text in the editor."""
        return self.read(self.program)

    def read(self, file: str) -> str:
        """Return the text of a file; empty if the file does not exist."""
        return text_of(self[file]) if file in self else ""

    def begin(self, program: str, text: str) -> list[QTextDocument]:
        """Begin with only this program; return the former documents."""
        before = list(self._documents.values())
        self._documents, self._colours = {}, {}
        self._sources, self.program = {program: text}, program
        return before

    def rename(self, program: str) -> None:
        """Rename the program; it has no modules until it has run."""
        self._documents[program] = self._documents.pop(self.program)
        if self.program in self._colours:
            self._colours[program] = self._colours.pop(self.program)
        self._sources, self.program = {program: ""}, program

    def show_sources(self, sources: Mapping[str, str]) -> bool:
        """Use the files of a recording; return whether the list of files has changed."""
        before = set(self._sources)
        # A copy, because the mapping of a growing recording gains files.
        self._sources = dict(sources)
        for file, document in self._documents.items():
            text = self._sources.get(file)
            # Modules may have changed since the former recording.
            if file != self.program and text is not None and text != text_of(document):
                document.setPlainText(text)
        return set(sources) | {self.program} != before

    def forget_others(self) -> None:
        """Drop the documents of files that no longer exist."""
        for file in [file for file in self._documents if file not in self]:
            self._documents.pop(file).deleteLater()
            self._colours.pop(file, None)

    def set_font(self, font: QFont) -> None:
        """Change the font of all documents."""
        colours = self._colours.values() if font.families() != self._font.families() else ()
        self._font = font
        for document in self._documents.values():
            document.setDefaultFont(font)
        for one in colours:
            one.rehighlight()

    def begin_colours(self) -> None:
        """Begin to colour texts; called after the first painting, because Pygments loads slowly."""
        self._colouring = True
        for file in self._documents:
            self._colour(file)

    def _colour(self, file: str) -> None:
        document = self._documents[file]
        short = document.blockCount() <= _COLOURED_LINES
        if self._colouring and short and file not in self._colours:
            # Imported late: Pygments takes as long to load as the window to appear.
            from visualizer.shell.editor.highlighter import Highlighter

            self._colours[file] = Highlighter(document)
