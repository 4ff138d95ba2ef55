"""Writes the inspector's page as HTML: headings, facts, references and events of a life."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visualizer.diagram.fonts import code_family
from visualizer.diagram.wording.drawn_references import GroupedReferences
from visualizer.diagram.wording.marked_text import breakable
from visualizer.diagram.words import translate
from visualizer.explain.lives.words import LifeEvent
from visualizer.explain.references.accounts import Account
from visualizer.explain.references.roots import Hop
from visualizer.explain.sentence import Sentence
from visualizer.explain.source.bytecode import LineInstruction
from visualizer.model import AddressSpace, HeapObject, capacity_of, second_size, split_of
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words, rich_text
from visualizer.shell.inspector.value_text import ValueRow

PARTS = (
    *("collector", "header", "payload", "deleted", "spare", "spare_places", "other", "size"),
    *("attributes", "rounding", "block", "blocks"),
)
"""The keys of all rows."""


@dataclass(frozen=True, slots=True)
class SizePart:
    """A row: the key of its words with their gaps, its bytes, and whether it is a sum."""

    key: str
    size: int
    is_sum: bool = False
    places: int = 0


def size_parts(thing: HeapObject, space: AddressSpace) -> tuple[SizePart, ...]:
    """Return the parts of an object's size; none if they are unknown.

    The parts in ``sys.getsizeof`` come first; then, if the blocks are known, the rest of them.
    """
    own = space.block_at(thing.address)
    split = split_of(thing, own)
    if split is None:
        return ()
    capacity = capacity_of(thing)
    places = capacity.spare if capacity is not None else 0
    counted = (
        SizePart("collector", split.collector),
        SizePart("header", split.header),
        SizePart("payload", split.payload),
        SizePart("deleted", split.deleted),
        SizePart("spare_places" if places else "spare", split.spare, places=places),
        SizePart("other", split.other),
    )
    found = [one for one in counted if one.size]
    found.append(SizePart("size", thing.size, is_sum=True))
    second = second_size(thing)
    apart = space.block_at(thing.apart) if second else None
    if own is None or (thing.apart and apart is None):
        return tuple(found)
    whole, rounding = own.size, split.rounding
    if apart is not None:
        whole, rounding = whole + apart.size, rounding + apart.size - second
    beyond = (SizePart("attributes", split.attributes), SizePart("rounding", rounding))
    found += [one for one in beyond if one.size]
    found.append(SizePart("blocks" if apart is not None else "block", whole, is_sum=True))
    return tuple(found)


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


_MOST_ACCOUNTS, _MOST_UNDRAWN = 24, 6
"""The maximum number of lines for drawn references, and for each reason not to draw some."""

_UNDRAWN = {
    "type-links": "inspector.undrawn_type_links",
    "folded": "inspector.undrawn_folded",
    "hidden": "inspector.undrawn_hidden",
}
"""Keys of words for references that are not drawn, by reason."""
_INDENT = "&nbsp;" * 4
STEP_LINK = "step:"
"""The prefix of a link to a step; a link to an object is only its serial."""


ROW_LINK = "row:"
"""The prefix of a link to other rows of a long value; the number of the first row follows."""


class InspectorPage(Markup):
    """Writes the parts of the page; serials and steps in them are links."""

    def remark(self, key: str, **arguments: str | int) -> str:
        """Return a line of the window's words in the secondary colour."""
        return self.text(self._words(key, **arguments), "ink2")

    def heading(self, key: str) -> str:
        """Return a heading above a part."""
        title = html.escape(self._words(key))
        return f'<p style="font-weight:600; margin-bottom:4px">{title}</p>'

    def facts(self, rows: Iterable[tuple[str, str]]) -> str:
        """Return a table of facts: keys of words, and values."""
        return self.values(ValueRow(self._words(key), value) for key, value in rows)

    def values(self, rows: Iterable[ValueRow]) -> str:
        """Return a table of names and values."""
        second, first = self.colour("ink2"), self.colour("ink")
        lines = []
        for row in rows:
            named, shown = (
                html.escape(breakable(translate(text, self._words.language)))
                for text in (row.name, row.value)
            )
            if row.serial is not None:
                shown = self.link(str(row.serial), shown)
            style = f"color:{first}; {self.code_style('2px 0')}"
            name = f'<td style="color:{second}; padding:2px 18px 2px 0">{named}</td>'
            span = "" if named else ' colspan="2"'
            lines.append(f'<tr>{name if named else ""}<td{span} style="{style}">{shown}</td></tr>')
        return f"<table cellspacing=0>{''.join(lines)}</table>"

    def threads(self, rows: Iterable[tuple[int, str]]) -> str:
        """Return a table of threads, by sign, each with a text."""
        return self.lines((self.sign(number), self.text(text, "ink")) for number, text in rows)

    def moments(self, rows: Iterable[tuple[int, int, str]], step: int) -> str:
        """Return a table of steps, threads and events; those after ``step`` are paler."""
        lines = []
        for at, thread, event in rows:
            text = self.text(event, "ink" if at <= step else "ink3")
            lines.append((self._to_step(at), self.sign(thread), text))
        return self.lines(lines, numbered=True)

    def _to_step(self, step: int) -> str:
        return self.link(f"{STEP_LINK}{step}", f"{step:,}", "accent")

    def pages(self, first: int, size: int, count: int, key: str = "inspector.rows") -> str:
        """Return the range of shown rows of a long value, with links to other ranges.

        Rows are numbered from 0, like Python's indexes; characters of a text from 1.
        """
        last, counted = min(first + size, count), int(key == "inspector.letters")
        numbers = {"first": f"{first + counted:,}", "last": f"{last - 1 + counted:,}"}
        shown = self._words(key, **numbers)
        links = []
        for sign, goal in (("⇤", 0), ("←", first - size), ("→", first + size), ("⇥", count - size)):
            at = max(0, min(goal, (count - 1) // size * size))
            at = (count - 1) // size * size if sign == "⇥" else at
            if at != first:
                links.append(self.link(f"{ROW_LINK}{at}", f"&nbsp;{sign}&nbsp;", "accent"))
        return f"<p>{self.text(shown, 'ink2')} {''.join(links)}</p>"

    def accounts(self, found: GroupedReferences, refcount: int | None) -> str:
        """Return the table of references, and their sum ``refcount`` below a rule.

        References that are not drawn and those of the interpreter have their own rows; beyond a
        readable number, one row counts the rest.
        """
        rows = self._first_of(found.drawn, _MOST_ACCOUNTS)
        for reason in sorted(found.undrawn):
            rows += self._undrawn(reason, found.undrawn[reason])
        if found.interpreter:
            rows += self.row(html.escape(self._words("inspector.interpreter")), "", "ink3")
            rows += "".join(map(self._account, found.interpreter))
        rows += "".join(map(self._account, found.weak))
        if refcount is not None:
            rows += self.rule()
            rows += self.row(html.escape(self._words("inspector.sum")), f"{refcount:,}")
        return self.table(rows)

    def _first_of(self, accounts: Sequence[Account], most: int) -> str:
        """Return rows of the first ``most`` references, and the number of the others."""
        rest = accounts[most:] if len(accounts) > most + 1 else ()
        rows = "".join(map(self._account, accounts[: len(accounts) - len(rest)]))
        if rest:
            words = self._words("inspector.more_references", n=len(rest))
            rows += self.row(html.escape(words), f"{sum(a.count for a in rest):,}", "ink2")
        return rows

    def _undrawn(self, reason: str, accounts: Sequence[Account]) -> str:
        """Return how many references are not drawn for ``reason``; each links to its holder."""
        n = sum(account.count for account in accounts)
        words = self._words(_UNDRAWN[reason], n=n)
        rows = self.row(html.escape(words), f"{n:,}", "ink2")
        named = accounts[:_MOST_UNDRAWN]
        for account in named:
            rows += self.row(_INDENT + self.linked(account.words, account.holder), "", "ink2")
        if len(accounts) > len(named):
            more = self._words("inspector.more_references", n=len(accounts) - len(named))
            rows += self.row(_INDENT + html.escape(more), "", "ink2")
        return rows

    def _account(self, account: Account) -> str:
        words = self.linked(account.words, account.holder)
        count = f"{account.count:,}" if account.count else ""
        return self.row(words, count, "ink" if account.shown and account.count else "ink2")

    def way(self, hops: Iterable[Hop]) -> str:
        """Return the path from a name to the object, one hop below the other."""
        lines = []
        for place, hop in enumerate(hops):
            sign = self.text("↳" if place else "●", "ink3")
            lines.append((sign, self.linked(hop.words, hop.serial)))
        return self.lines(lines, gap=8)

    def chapters(self, chapters: Iterable[LifeEvent], step: int) -> str:
        """Return the events of a life with links to their steps; those after ``step`` are paler."""
        lines, before = [], 0
        for chapter in chapters:
            colour = "ink" if chapter.step <= step else "ink3"
            number = self._to_step(chapter.step) if chapter.step != before else ""
            before = chapter.step
            lines.append((number, self.span(self.rich(chapter.words), colour)))
        return self.lines(lines, numbered=True)

    def bytecode(self, found: Iterable[LineInstruction]) -> str:
        """Return a table of instructions, each with its effect on reference counts below it."""
        rows = ""
        for one in found:
            code = self.code_style("5px 0 0 0")
            name = self.text(one.name, "ink")
            argument = self.text(one.argument, "ink2")
            rows += f'<tr><td style="{code}">{name}&nbsp; {argument}</td></tr>'
            if one.effect:
                effect = self.text(self._words(f"bytecode.{one.effect}"), "ink3")
                style = f"font-size:{px(12)}px; padding-left:12px"
                rows += f'<tr><td style="{style}">{effect}</td></tr>'
        return self.table(rows)

    def sizes(self, parts: Iterable[SizePart]) -> str:
        """Return a table of bytes, with their sums below rules."""
        rows = ""
        for one in parts:
            rows += self.rule() if one.is_sum else ""
            words = self._words(f"inspector.part_{one.key}", places=f"{one.places:,}")
            colour = "ink" if one.is_sum else "ink2"
            rows += self.row(html.escape(words), f"{one.size:,} B", colour)
        return self.table(rows)
