"""The guide: its pictures exist in both languages, and its window shows them."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.guide import FOLDER, SCENES
from visualizer.diagram.words import LANGUAGES
from visualizer.resources import resource
from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.guide_window import GuideWindow


def shown(language: str) -> list[str]:
    """Return the pictures in the text of a language, in order."""
    text = resource(f"guide/guide.{language}.md").read_text(encoding="utf-8")
    return re.findall(r"!\[[^]]+\]\((.+?)\)", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_shows_every_scene_in_its_language(language: str) -> None:
    assert shown(language) == [f"{scene.shot.name}.{language}.png" for scene in SCENES]
    for name in shown(language):
        assert QImage(str(FOLDER / name)).width() == 1280


def test_both_languages_have_the_same_parts() -> None:
    parts = [
        [line.partition(" ")[0] for line in text.splitlines() if line.startswith("#")]
        for text in (
            resource(f"guide/guide.{one}.md").read_text(encoding="utf-8") for one in LANGUAGES
        )
    ]
    assert parts[0] == parts[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_shows_text_and_pictures(qtbot: QtBot, language: str) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    window = GuideWindow(Words(language), owner)
    with qtbot.waitExposed(window):
        window.show()
    kind = QTextDocument.ResourceType.ImageResource
    for name in shown(language):
        picture = window.pages.document().resource(kind, QUrl(name))
        assert 320 <= picture.width() <= window.pages.viewport().width()
    assert {"en": "As a student", "ko": "학생을 위한 안내"}[language] in window.pages.toPlainText()
