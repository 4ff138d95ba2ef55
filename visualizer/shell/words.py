"""The window's words in the language of the moment; who shows one hears when it changes."""

import json
import os
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QLocale, QObject, Signal

from visualizer.diagram.words import fill
from visualizer.model import VisualizerError
from visualizer.resources import resource

LANGUAGES = ("ko", "en")


def system_language() -> str:
    """``VISUALIZER_LANGUAGE``, else the locale's language if we speak it, else English."""
    asked = os.environ.get("VISUALIZER_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    return "ko" if QLocale.system().uiLanguages()[0].startswith("ko") else "en"


def table(language: str) -> dict[str, str]:
    """Every word of the window in ``language``, by key."""
    words: dict[str, str] = json.loads(
        resource(f"words/window.{language}.json").read_text(encoding="utf-8")
    )
    return words


@cache
def _korean_messages() -> dict[str, str]:
    """Messages of errors by their English template: everybody's, and the window's own."""
    found: dict[str, str] = {}
    for name in ("messages.ko.json", "window.messages.ko.json"):
        found |= json.loads(resource(f"words/{name}").read_text(encoding="utf-8"))
    return found


class Words(QObject):
    """Gives words by key and keeps what was bound to a key in the language of the moment."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._table = table(language)
        self._bound: list[tuple[Callable[[str], object], str]] = []

    def __call__(self, key: str, **arguments: str | int) -> str:
        """The words under ``key``, with ``arguments`` in their gaps."""
        return fill(self._table[key], arguments)

    def error(self, error: VisualizerError) -> str:
        """What went wrong, as one line; in English where nobody has put it in other words."""
        template = error.template
        if self.language == "ko":
            template = _korean_messages().get(template, template)
        details = {name: str(value) for name, value in error.details.items()}
        return fill(template, details) if details else template

    def bind(self, show: Callable[[str], object], key: str) -> None:
        """Call ``show`` with the words under ``key``, now and whenever the language changes."""
        show(self._table[key])
        self._bound.append((show, key))

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        if language == self.language:
            return
        self.language = language
        self._table = table(language)
        for show, key in self._bound:
            show(self._table[key])
        self.changed.emit()
