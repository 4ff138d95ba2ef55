"""What the inspector says of an object: a part of its page for each question about it."""

from collections import Counter
from collections.abc import Mapping

from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.wording.drawn_references import Told, all_drawn, drawn_in, heads_in, told
from visualizer.explain import Account, accounts, kind_of, why_alive, with_defaults
from visualizer.explain.source.signatures import Signatures
from visualizer.explain.threads.lock_history import held_since, lock_events
from visualizer.layout.course.facts import Level
from visualizer.model import Function, HeapObject, Instance, Scalar, Sequence, State
from visualizer.model import Mapping as MappingContent
from visualizer.shell.appearance.words import Words
from visualizer.shell.inspector.ledger_feed import LedgerFeed
from visualizer.shell.inspector.life_feed import LifeFeed
from visualizer.shell.inspector.page import InspectorPage
from visualizer.shell.inspector.value_line import LETTERS, value_line
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
"""Lines of what threads did with a lock."""


class InspectorParts:
    """Writes the parts of a page about one object at the player's step.

    ``scene`` draws the picture whose references are compared, ``first`` is the first row to show of
    a long value.
    """

    def __init__(self, player: Player, words: Words, lives: LifeFeed, ledger: LedgerFeed) -> None:
        self._player, self._words, self._lives, self._ledger = player, words, lives, ledger
        self._signatures = Signatures(lambda: self._sources)
        self.scene: SheetScene | None = None
        self.first = 0

    @property
    def shows_counts(self) -> bool:
        """Whether the level that is chosen shows reference counts."""
        return tuple(Level)[self._player.level - 1].has_counts

    def head(self, page: InspectorPage, thing: HeapObject) -> str:
        """Its type and value, who refers to it, and why it is alive."""
        parts = (self._facts, self._lock, self._referrers, self._reason)
        return "".join(part(page, thing) for part in parts)

    def rest(self, page: InspectorPage, thing: HeapObject) -> str:
        """What threads did with it, and what it holds."""
        return self._lock_history(page, thing.serial) + self._held(page, thing)

    def _facts(self, page: InspectorPage, thing: HeapObject) -> str:
        """Its type and value; at the levels with counts also number, address, size and count."""
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
            known = thing.refcount is not None
            facts += [
                ("inspector.address", hex(thing.address)),
                ("inspector.size", f"{thing.size:,} B"),
                (
                    "inspector.count",
                    f"{thing.refcount:,}" if known else words("inspector.immortal"),
                ),
            ]
        if thing.unreachable:
            facts.append(("inspector.reach", words("inspector.unreachable")))
        return page.facts(facts)

    def _lock(self, page: InspectorPage, thing: HeapObject) -> str:
        """Who holds it, who waits; nothing where nobody does, or nobody knows."""
        state, words = self._player.state, self._words
        use = state.locks.get(thing.serial)
        if use is None or len(state.thread_names) < 2:
            return ""
        rows = [] if use.held_by is None else [(use.held_by, "threads.holds_it")]
        rows += [(one, "threads.waits_here") for one in (*use.waiting, *use.timed, *use.next)]
        since = held_since(lock_events(self._lives.locks(), thing.serial), self._player.step)
        told = []
        for number, key in dict(rows).items():
            said = words(key)
            if number in since:
                said += words("threads.since", step=f"{since[number]:,}")
            told.append((number, said))
        heading = page.heading("threads.lock")
        return heading + page.threads(told) + page.said("threads.recorded") if told else ""

    def _lock_history(self, page: InspectorPage, serial: int) -> str:
        """What threads did with a lock, step by step."""
        moments = lock_events(self._lives.locks(), serial)
        if not moments:
            return ""
        told = []
        for moment in moments[:_MOST_MOMENTS]:
            key = moment.kind if moment.since is None else "gets-after-waiting"
            said = self._words(f"threads.lock_{key.replace('-', '_')}")
            told.append((moment.step, moment.thread, said))
        found = page.heading("threads.history") + page.moments(told, self._player.step)
        rest = len(moments) - len(told)
        return found + (f"<p>{page.said('inspector.more', n=rest)}</p>" if rest else "")

    def _referrers(self, page: InspectorPage, thing: HeapObject) -> str:
        found = accounts(
            self._player.state, thing.serial, self._ledger.ledger, sources=self._sources
        )
        if not found:
            never = page.said("inspector.immortal") if thing.refcount is None else ""
            return page.heading("inspector.referrers") + never if never else ""
        rows = page.accounts(self._in_the_picture(found, thing.serial), thing.refcount)
        return page.heading("inspector.referrers") + rows

    def _in_the_picture(self, found: tuple[Account, ...], serial: int) -> Told:
        """Which of the references are drawn; all that can be where it is not there."""
        sheet, state = self.scene.sheet if self.scene is not None else None, self._player.state
        if sheet is None or sheet.step != self._player.step:
            return all_drawn(found)
        heads = heads_in(sheet, state).get(serial, Counter())
        return told(found, heads, state, drawn_in(sheet))

    def _reason(self, page: InspectorPage, thing: HeapObject) -> str:
        """Why it is alive; an immortal object needs no reason."""
        if thing.refcount is None:
            return ""
        hops = why_alive(self._player.state, thing.serial)
        shown = page.way(hops) if hops else page.said("inspector.no_name")
        return page.heading("inspector.why") + shown

    def _held(self, page: InspectorPage, thing: HeapObject) -> str:
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
            shown += f"<p>{page.said('inspector.not_recorded', n=missing)}</p>"
        more = (count_of(thing) or 0) - max(known, MOST_ROWS)
        if known and more > 0:
            shown += f"<p>{page.said('inspector.more', n=more)}</p>"
        return shown

    def _defaults(self, function: Function) -> tuple[str, ...]:
        return with_defaults(function, self._sources)

    @property
    def _sources(self) -> Mapping[str, str]:
        return self._player.recording.sources if self._player.recording else {}

    def life(self, page: InspectorPage, serial: int) -> str:
        """Its life over the whole recording, or that it is being looked for."""
        chapters = self._lives.life(serial)
        if chapters is None:
            return page.heading("inspector.life") + page.said("inspector.looking")
        if not chapters:
            return ""
        return page.heading("inspector.life") + page.chapters(chapters, self._player.step)


def _is_short(thing: HeapObject) -> bool:
    """Whether one line shows the whole value."""
    return isinstance(thing.content, Scalar) and len(thing.content.text) <= LETTERS


def _value_in_a_line(state: State, thing: HeapObject) -> str | None:
    """Its value, perhaps cut; None if that would only repeat the type."""
    is_told = isinstance(thing.content, Scalar | Sequence | MappingContent | Instance)
    return value_line(state, thing.serial) if is_told else None
