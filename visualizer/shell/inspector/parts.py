"""Writes the parts of the inspector's page, one for each question about an object."""

from collections import Counter
from collections.abc import Mapping

from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.wording.drawn_references import (
    GroupedReferences,
    all_drawn,
    arrowheads_in,
    drawn_in,
    group_references,
)
from visualizer.explain.naming import kind_of
from visualizer.explain.references.accounts import Account, accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.explain.references.roots import why_alive
from visualizer.explain.source.signatures import Signatures, with_defaults
from visualizer.explain.threads.lock_history import held_since, lock_events
from visualizer.explain.written import MAX_LENGTH, value_text
from visualizer.layout.analysis.facts import Level
from visualizer.model import Function, HeapObject, Instance, Scalar, Sequence, State, address_space
from visualizer.model import Mapping as MappingContent
from visualizer.shell.appearance.words import Words
from visualizer.shell.inspector.life_feed import LifeFeed
from visualizer.shell.inspector.page import InspectorPage, size_parts
from visualizer.shell.inspector.value_text import (
    MOST_LETTERS,
    MOST_ROWS,
    count_of,
    letters_known,
    letters_missing,
    rows_known,
    rows_of,
)
from visualizer.shell.playback.player import Player

_MOST_MOMENTS = 60
"""The maximum number of lines of a lock's history."""


class InspectorParts:
    """Writes the parts of a page about one object at the player's step.

    ``scene`` draws the picture; its arrows decide which references count as drawn. ``first`` is the
    first row to show of a long value. ``ledger`` is the step's ledger, if it is complete.
    """

    def __init__(self, player: Player, words: Words, lives: LifeFeed) -> None:
        self._player, self._words, self._lives = player, words, lives
        self.ledger: Ledger | None = None
        self._signatures = Signatures(lambda: self._sources)
        self.scene: SheetScene | None = None
        self.first = 0

    @property
    def shows_counts(self) -> bool:
        """Whether the current level shows reference counts."""
        return tuple(Level)[self._player.level - 1].has_counts

    def head(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return type and value, referrers, and the reason why the object is alive."""
        parts = (self._facts, self._lock, self._referrers, self._reason)
        return "".join(part(page, thing) for part in parts)

    def rest(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return the history of a lock, the contents, and the use of the object's bytes."""
        history = self._lock_history(page, thing.serial)
        return history + self._contents(page, thing) + self._sizes(page, thing)

    def _facts(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return type and value; at levels with counts also serial, address, size, count."""
        words = self._words
        count = count_of(thing)
        kind = kind_of(thing.type)
        if count is not None:
            kind = words("inspector.items", type=kind, n=count)
        if self.shows_counts:
            kind = f"{kind} #{thing.serial}"
        facts = [("inspector.type", kind)]
        if (value := _value_in_a_line(self._player.state, thing)) is not None:
            facts.append(("inspector.value", value))
        if self.shows_counts:
            facts += self._measured(thing)
        if thing.unreachable:
            facts.append(("inspector.reach", words("inspector.unreachable")))
        return page.facts(facts)

    def _measured(self, thing: HeapObject) -> list[tuple[str, str]]:
        """Return address, size and count, as far as they are known."""
        keys = ("inspector.address", "inspector.size", "inspector.count")
        if not thing.is_measured:
            return [(key, self._words("inspector.unknown")) for key in keys]
        count = thing.refcount
        counted = self._words("inspector.immortal") if count is None else f"{count:,}"
        return list(zip(keys, (hex(thing.address), f"{thing.size:,} B", counted), strict=True))

    def _lock(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return the threads that hold a lock or wait for it, if any are known."""
        state, words = self._player.state, self._words
        use = state.locks.get(thing.serial)
        if use is None or len(state.thread_names) < 2:
            return ""
        rows = [] if use.held_by is None else [(use.held_by, "threads.holds_it")]
        rows += [(one, "threads.waits_here") for one in use.all_waiting]
        since = held_since(lock_events(self._lives.locks(), thing.serial), self._player.step)
        lines = []
        for number, key in dict(rows).items():
            text = words(key)
            if number in since:
                text += words("threads.since", step=f"{since[number]:,}")
            lines.append((number, text))
        heading = page.heading("threads.lock")
        return heading + page.threads(lines) + page.remark("threads.recorded") if lines else ""

    def _lock_history(self, page: InspectorPage, serial: int) -> str:
        """Return the uses of a lock by threads, step by step."""
        moments = lock_events(self._lives.locks(), serial)
        if not moments:
            return ""
        lines = []
        for moment in moments[:_MOST_MOMENTS]:
            key = moment.kind if moment.since is None else "gets-after-waiting"
            text = self._words(f"threads.lock_{key.replace('-', '_')}")
            lines.append((moment.step, moment.thread, text))
        found = page.heading("threads.history") + page.moments(lines, self._player.step)
        rest = len(moments) - len(lines)
        return found + (f"<p>{page.remark('inspector.more', n=rest)}</p>" if rest else "")

    def _referrers(self, page: InspectorPage, thing: HeapObject) -> str:
        found = accounts(self._player.state, thing.serial, self.ledger, sources=self._sources)
        if not found:
            if thing.refcount is not None:
                return ""
            known = "inspector.immortal" if thing.is_measured else "inspector.unknown"
            return page.heading("inspector.referrers") + page.remark(known)
        rows = page.accounts(self._by_drawing(found, thing.serial), thing.refcount)
        return page.heading("inspector.referrers") + rows

    def _by_drawing(self, found: tuple[Account, ...], serial: int) -> GroupedReferences:
        """Group references by whether the picture draws them; without a picture, as if drawn."""
        sheet, state = self.scene.sheet if self.scene is not None else None, self._player.state
        if sheet is None or sheet.step != self._player.step:
            return all_drawn(found)
        arrowheads = arrowheads_in(sheet, state).get(serial, Counter())
        return group_references(found, arrowheads, state, drawn_in(sheet))

    def _reason(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return why the object is alive; an immortal object needs no reason."""
        if thing.is_immortal:
            return ""
        hops = why_alive(self._player.state, thing.serial)
        shown = page.way(hops) if hops else page.remark("inspector.no_name")
        return page.heading("inspector.why") + shown

    def _contents(self, page: InspectorPage, thing: HeapObject) -> str:
        letters = letters_known(thing)
        known, size = (letters, MOST_LETTERS) if letters else (rows_known(thing), MOST_ROWS)
        first = self.first if self.first < max(1, known) else 0
        rows = rows_of(
            self._player.state, thing, self._signatures.call, first, defaults=self._defaults
        )
        if not rows or _is_short(thing):
            return ""
        shown = page.heading("inspector.value")
        if known > size:
            key = "inspector.letters" if letters else "inspector.rows"
            shown += page.pages(first, size, known, key)
        shown += page.values(rows)
        missing = letters_missing(thing)
        if missing:
            shown += f"<p>{page.remark('inspector.not_recorded', n=missing)}</p>"
        more = (count_of(thing) or 0) - max(known, MOST_ROWS)
        if known and more > 0:
            shown += f"<p>{page.remark('inspector.more', n=more)}</p>"
        return shown

    def _sizes(self, page: InspectorPage, thing: HeapObject) -> str:
        """Return the use of the object's bytes, at the levels that show its size."""
        if not self.shows_counts or not thing.is_measured:
            return ""
        parts = size_parts(thing, address_space(self._player.state.memory))
        shown = page.sizes(parts) if parts else page.remark("inspector.part_unknown")
        return page.heading("inspector.memory") + shown

    def _defaults(self, function: Function) -> tuple[str, ...]:
        return with_defaults(function, self._sources)

    @property
    def _sources(self) -> Mapping[str, str]:
        return self._player.recording.sources if self._player.recording else {}

    def life(self, page: InspectorPage, serial: int) -> str:
        """Return the object's life over the whole recording, or a remark during the search."""
        chapters = self._lives.life(serial)
        if chapters is None:
            return page.heading("inspector.life") + page.remark("inspector.looking")
        if not chapters:
            return ""
        return page.heading("inspector.life") + page.chapters(chapters, self._player.step)


def _is_short(thing: HeapObject) -> bool:
    """Whether one line shows the whole value."""
    return isinstance(thing.content, Scalar) and len(thing.content.text) <= MAX_LENGTH


def _value_in_a_line(state: State, thing: HeapObject) -> str | None:
    """Return the value, perhaps cut; None if it would only repeat the type."""
    has_value = isinstance(thing.content, Scalar | Sequence | MappingContent | Instance)
    return value_text(thing.serial, state.heap)[0] if has_value else None
