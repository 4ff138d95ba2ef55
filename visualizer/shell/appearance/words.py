"""The window's words in the current language; who shows one hears when it changes."""

import errno
import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal

from visualizer.diagram.words import table
from visualizer.model import VisualizerError
from visualizer.resources import compiled_words
from visualizer.words import LANGUAGES, translate_finished, translate_key, translate_message

__all__ = ["LANGUAGES", "Words", "system_language"]


def system_language() -> str:
    """``VISUALIZER_LANGUAGE``, else the locale's language if we speak it, else English."""
    asked = os.environ.get("VISUALIZER_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    return "ko" if QLocale.system().uiLanguages()[0].startswith("ko") else "en"


class Words(QObject):
    """Gives words by key and keeps what was bound to a key in the current language."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._table = table(language)
        self._bound: list[tuple[Callable[[str], object], str]] = []
        _translate_qt(language)

    def __call__(self, key: str, **arguments: str | int) -> str:
        """The words under ``key``, with ``arguments`` in their gaps; ``n`` is how many."""
        return translate_key(key, arguments, self._table)

    def error(self, error: VisualizerError) -> str:
        """What went wrong, as one line; in English where nobody has put it in other words."""
        details = {name: str(value) for name, value in error.details.items()}
        if details.get("option") == "--python":
            # Here it is chosen elsewhere than at the command line.
            details["option"] = self("preferences.python.where")
        if (known := _REASONS.get(details.get("reason", ""))) is not None:
            details["reason"] = self(known)
        return translate_message(error.template, details, self._table)

    def finished(self, text: str) -> str:
        """An English message that is complete already, in other words if it is known."""
        return translate_finished(text, self.language)

    def bind(self, show: Callable[[str], object], key: str) -> None:
        """Call ``show`` with the words under ``key``, now and whenever the language changes."""
        show(self._table.words(key))
        self._bound.append((show, key))

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        if language == self.language:
            return
        self.language = language
        self._table = table(language)
        # First, for keys are written by Qt.
        _translate_qt(language)
        for show, key in self._bound:
            show(self._table.words(key))
        self.changed.emit()


_REASONS = {
    os.strerror(errno.ENOSPC): "reason.full",
    os.strerror(errno.EACCES): "reason.permission",
    os.strerror(errno.EPERM): "reason.permission",
    os.strerror(errno.EROFS): "reason.read_only",
    os.strerror(errno.ENOENT): "reason.missing",
}
"""Of what the system says in English alone, what a person meets who opens and saves files."""
_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def _translate_qt(language: str) -> None:
    """Let Qt's own dialogs, menus and buttons speak ``language``: windows get a LanguageChange.

    The translators belong to the application, which has one language at a time; ours goes on top,
    for what Qt's lack.
    """
    # Kinds of files are named by the locale, and numbers are written as ours are.
    QLocale.setDefault(QLocale(language))
    application = QCoreApplication.instance()
    if application is None:
        return
    spoken = application.findChildren(QTranslator, options=_OWN)
    if language in (translator.objectName() for translator in spoken):
        return
    for translator in spoken:
        application.removeTranslator(translator)
        # Not the application's any more, it goes at once.
        translator.setParent(None)
    ours = compiled_words(language)
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{theirs}/qtbase_{language}.qm", str(ours) if ours is not None else ""):
        translator = QTranslator(application)
        translator.setObjectName(language)
        if translator.load(file):
            application.installTranslator(translator)
