"""Decides which files are the program's: its own and modules under its folder, except venvs.

A name without a file is that of text run by ``exec``: ``compile(text, "expression", "eval")``.
"""

from __future__ import annotations

import os

from visualizer.recorder import paths, wire
from visualizer.recorder.objects.classes import exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from visualizer.recorder.names import Names

_separator = os.sep
OWN_FOLDER = os.path.join(os.path.dirname(os.path.realpath(__file__)), "")
"""The recorder's folder: a program may be above it, as in the project's own checkout."""
OWN_CODE = os.path.join(os.path.dirname((lambda: 0).__code__.co_filename), "")
"""The folder as in the recorder's code objects, with symbolic links."""


class Files:
    """Decides by ``co_filename`` and caches the answer.

    ``folder`` is absolute. A file's number is that of its path relative to the folder. A traced
    file other than the main program leaves its text in ``pending``.
    """

    _target_of = staticmethod(paths.link_target)
    _exists = staticmethod(paths.exists)
    _text_in = staticmethod(paths.text_in)

    def __init__(self, folder: str, program: str, names: Names) -> None:
        self._folder = os.path.join(os.path.realpath(folder), "")
        self._program = program
        self._directory = os.getcwd()
        self._names = names
        self._known: dict[str, int] = {}
        self.pending: list[tuple[int, bytes]] = []

    def is_traced(self, filename: str) -> bool:
        """Whether code of this file is the program's."""
        return self.number(filename) is not None

    def number(self, filename: str) -> int | None:
        """Return the number of the file's name; None for a file that is not the program's."""
        if type(filename) is not str:
            filename = exact_text(filename)
        found = self._known.get(filename)
        if found is None:
            found = self._find(filename)
            if found is None:  # the program may still create that file
                return None
            self._known[self._names.copy(filename)] = found
        return None if found < 0 else found

    def _find(self, filename: str) -> int | None:
        """Return the number of the file's name; -1 for a foreign file, None if there is none."""
        if filename[:1] == "<" or not filename:
            return -1
        path = paths.real_path(paths.join(self._directory, filename), self._target_of)
        if not path.startswith(self._folder) or path.startswith(OWN_FOLDER):
            return -1
        relative = path[len(self._folder) :]
        if "site-packages" in relative.split(_separator) or self._is_in_environment(path):
            return -1
        if filename == self._program:
            return self._names.number(relative.replace(_separator, "/"))
        text = self._text_in(path)
        if text is None and not self._is_imported_without_text(path):
            return None
        number = self._names.number(relative.replace(_separator, "/"))
        if text is not None:  # for display only: invalid UTF-8 is replaced
            self.pending.append((number, text.decode("utf-8", "replace").encode()))
        return number

    def _is_imported_without_text(self, path: str) -> bool:
        """Whether a module of that path exists only compiled, or in an archive."""
        candidates = (f"{path}c", *self._folders_around(path))
        return any(self._text_in(one) is not None for one in candidates)

    def _is_in_environment(self, path: str) -> bool:
        folders = self._folders_around(path)
        return any(self._exists(paths.join(one, "pyvenv.cfg")) for one in folders)

    def _folders_around(self, path: str) -> Iterator[str]:
        """Yield the folders that a path is in, within the program's."""
        folder = path.rpartition(_separator)[0]
        while len(folder) >= len(self._folder):
            yield folder
            folder = folder.rpartition(_separator)[0]

    def add_sources(self, numbers: list[int], texts: list[bytes]) -> None:
        """Append the ``SOURCE`` operations of pending files."""
        for number, text in self.pending:
            numbers += (wire.SOURCE, number, len(text))
            texts.append(text)
