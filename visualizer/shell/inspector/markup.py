"""Writes the HTML parts of the inspector's page: links, colours, rows and tables."""

import html
from collections.abc import Iterable, Sequence

from visualizer.diagram.fonts import code_family
from visualizer.diagram.words import translate
from visualizer.explain import Sentence
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.marked_text import rich_text
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words


class Markup:
    """Writes parts of a page in the colours of the theme."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def rule(self) -> str:
        """Return a row that draws a rule above a sum."""
        style = f"border-top:1px solid {self.colour('line')}; font-size:2px"
        return f'<tr><td colspan=2 style="{style}">&nbsp;</td></tr>'

    def table(self, rows: str) -> str:
        """Return a table as wide as the page."""
        return f'<table width="100%" cellspacing=0 style="border-collapse:collapse">{rows}</table>'

    def lines(self, rows: Iterable[Sequence[str]], gap: int = 10, *, numbered: bool = False) -> str:
        """Return a table of cells ``gap`` pixels apart; ``numbered`` rows begin with a number."""
        padding, written = f"3px {gap}px 3px 0", ""
        plain = f'<td style="padding:{padding}">'
        first = f'<td align="right" style="{self.code_style(padding)}">' if numbered else plain
        for number, *cells, last in rows:
            cells_between = "".join(f"{plain}{cell}</td>" for cell in cells)
            written += f"<tr>{first}{number}</td>{cells_between}"
            written += f'<td style="padding:3px 0">{last}</td></tr>'
        return f"<table cellspacing=0>{written}</table>"

    def row(self, words: str, count: str, colour: str = "ink") -> str:
        """Return a row of words, with a number at its right."""
        ink = self.colour(colour)
        number = f"color:{ink}; {self.code_style('3px 0')}"
        return (
            f'<tr><td style="color:{ink}; padding:3px 8px 3px 0">{words}</td>'
            f'<td align="right" style="{number}">{count}</td></tr>'
        )

    def linked(self, sentence: Sentence, serial: int | None) -> str:
        """Return a sentence, as a link to an object if there is a ``serial``."""
        words = self.rich(sentence)
        return words if serial is None else self.link(str(serial), words)

    def rich(self, sentence: Sentence) -> str:
        """Return a sentence with its code in the font of code."""
        return rich_text(translate(sentence, self._words.language))

    def link(self, goal: str, shown: str, colour: str = "ink") -> str:
        """Return a link."""
        style = f"color:{self.colour(colour)}; text-decoration:none"
        return f'<a href="{goal}" style="{style}">{shown}</a>'

    def span(self, shown: str, colour: str) -> str:
        """Return text in a colour of the theme."""
        return f'<span style="color:{self.colour(colour)}">{shown}</span>'

    def text(self, shown: str, colour: str) -> str:
        """Return plain text in a colour of the theme."""
        return self.span(html.escape(shown), colour)

    def code_style(self, padding: str) -> str:
        """Return the style of a cell with code."""
        return f"font-family:'{code_family()}'; font-size:{px(14)}px; padding:{padding}"

    def colour(self, name: str) -> str:
        """Return a colour of the theme in HTML notation."""
        return THEME.colour(name).name()

    def sign(self, thread: int) -> str:
        """Return the sign of a thread, as far as rich text can draw it."""
        ground, ink = self.colour("cardHead"), self.colour("ink")
        style = f"background-color:{ground}; color:{ink}; font-weight:600"
        return f'<span style="{style}">&nbsp;T{thread}&nbsp;</span>'
