"""The window's words in the current language; widgets that show them follow its changes."""

import errno
import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from shiboken6 import isValid

from visualizer.diagram.fonts import code_family
from visualizer.diagram.wording.marked_text import rich_text_of
from visualizer.diagram.words import table
from visualizer.model import VisualizerError
from visualizer.resources import compiled_words
from visualizer.shell.appearance.look import THEME, px
from visualizer.words import (
    LANGUAGES,
    translate_comments,
    translate_finished,
    translate_key,
    translate_message,
)

__all__ = ["LANGUAGES", "Words", "system_language"]


def system_language() -> str:
    """Return ``VISUALIZER_LANGUAGE``, else the locale's language if supported, else English."""
    wanted = os.environ.get("VISUALIZER_LANGUAGE", "")
    if wanted in LANGUAGES:
        return wanted
    return "ko" if QLocale.system().uiLanguages()[0].startswith("ko") else "en"


class Words(QObject):
    """Looks up words by key, and updates bound widgets when the language changes."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._table = table(language)
        self._bound: list[tuple[Callable[[str], object], str, object]] = []
        self._most_bound = 0
        """Bindings of deleted widgets are removed when the list reaches this length."""
        _translate_qt(language)

    def __call__(self, key: str, **arguments: str | int) -> str:
        """Return the words of ``key`` with ``arguments`` filled in; ``n`` chooses the plural."""
        return translate_key(key, arguments, self._table)

    def error(self, error: VisualizerError) -> str:
        """Return an error's message on one line; in English if it has no translation."""
        details = {name: str(value) for name, value in error.details.items()}
        if not details:
            return self.finished(str(error))
        if details.get("option") == "--python":
            # In the window, the preferences select the interpreter.
            details["option"] = self("preferences.python.where")
        if reason := details.get("reason"):
            known = _REASONS.get(reason)
            details["reason"] = self(known) if known is not None else self.finished(reason)
        return translate_message(error.template, details, self._table)

    def finished(self, text: str) -> str:
        """Return the translation of an English message without gaps."""
        return translate_finished(text, self.language)

    def program(self, text: str) -> str:
        """Return one of our programs with its comments in the current language."""
        return translate_comments(text, self._table)

    def bind(self, show: Callable[[str], object], key: str, owner: QObject | None = None) -> None:
        """Call ``show`` with the words of ``key``, now and whenever the language changes.

        The binding ends when Qt deletes ``owner``, by default the widget of the method ``show``.
        """
        show(self._table.words(key))
        if len(self._bound) >= self._most_bound:
            self._forget_deleted()
        self._bound.append((show, key, owner or getattr(show, "__self__", None)))

    def speak(self, language: str) -> None:
        """Change the language of the window and of Qt."""
        if language == self.language:
            return
        self.language = language
        self._table = table(language)
        # First, because Qt's translators also spell the keys of shortcuts.
        _translate_qt(language)
        self._forget_deleted()
        for show, key, _ in self._bound:
            show(self._table.words(key))
        self.changed.emit()

    def _forget_deleted(self) -> None:
        self._bound = [bound for bound in self._bound if isValid(bound[-1])]
        self._most_bound = 2 * len(self._bound) + 1


_REASONS = {
    os.strerror(errno.ENOSPC): "reason.full",
    os.strerror(errno.EACCES): "reason.permission",
    os.strerror(errno.EPERM): "reason.permission",
    os.strerror(errno.EROFS): "reason.read_only",
    os.strerror(errno.ENOENT): "reason.missing",
}
"""Words for the system's messages about files, which are always in English."""
_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def _translate_qt(language: str) -> None:
    """Translate Qt's own dialogs, menus and buttons; windows get a ``LanguageChange`` event.

    The translators belong to the application, which has one language at a time. Ours is installed
    last, so it has priority; it supplies the words that Qt's translation lacks.
    """
    # The locale decides how Qt names types of files and writes numbers.
    QLocale.setDefault(QLocale(language))
    application = QCoreApplication.instance()
    if application is None:
        return
    installed = application.findChildren(QTranslator, options=_OWN)
    if language in (translator.objectName() for translator in installed):
        return
    for translator in installed:
        application.removeTranslator(translator)
        # Without a parent it is deleted at once.
        translator.setParent(None)
    ours = compiled_words(language)
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{theirs}/qtbase_{language}.qm", str(ours) if ours is not None else ""):
        translator = QTranslator(application)
        translator.setObjectName(language)
        if translator.load(file):
            application.installTranslator(translator)


def rich_text(sentence: str, size: int | None = None) -> str:
    """Return ``sentence`` as HTML; only its back ticks and double stars are markup.

    Its code is ``size`` pixels high; by default it follows the size of all text.
    """
    return rich_text_of(sentence, THEME.now, code_family(), px(14) if size is None else size)
