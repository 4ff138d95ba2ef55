"""Arranges the nodes of chains and trees within their structure, which is placed as a whole.

The nodes show as much as there is room for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.analysis.facts import Facts, NodeForm
from visualizer.layout.blocks.block import Block
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.stub_cards import spacings_of
from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.layout.composing.making import maker_at
from visualizer.layout.folding.folds import Fold, FoldEvents, Folds
from visualizer.layout.folding.spacing import Spacing
from visualizer.layout.folding.whole import Places, whole_places
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Size, UnitKey
from visualizer.model import Delta, State

_FOLDED = len(NodeForm)
_LINE: FoldEvents = ((0, Fold(is_line=True)),)


class Chosen(NamedTuple):
    """The forms of structures, the places in those shown whole, the spacings of the others."""

    forms: dict[int, NodeForm]
    places: dict[int, Places]
    folded: dict[int, Spacing]

    @property
    def loss(self) -> int:
        """A number that grows with what the nodes leave out for lack of room."""
        forms = self.forms.items()
        return sum(_FOLDED if number in self.folded else form for number, form in forms)


@dataclass(slots=True)
class NodeForms:
    """The space of the structures in each form."""

    maker: Maker
    _spacings: dict[NodeForm, dict[int, Spacing]] = field(default_factory=dict)
    _chosen: dict[tuple[Size, bool, NodeForm], Chosen] = field(default_factory=dict)

    def chosen(
        self,
        room: Size,
        sizes: Callable[[NodeForm], Mapping[int, Size]],
        fullest: NodeForm,
        *,
        is_tight: bool,
    ) -> Chosen:
        """Choose for each structure the first form in which all of it fits in the room.

        ``sizes`` returns the largest size of each node that may have a form; forms before the
        ``fullest`` are for structures that have no other.
        """
        if (room, is_tight, fullest) in self._chosen:
            return self._chosen[room, is_tight, fullest]
        found, facts = Chosen({}, {}, {}), self.maker.facts
        waiting = dict(facts.structures)
        for form in NodeForm:
            if not waiting:
                break
            if form not in self._spacings:
                self._spacings[form] = spacings_of(facts, form, sizes(form), self.maker.measure)
            for number, usual in with_checkpoints(self._spacings[form].items()):
                structure = waiting.get(number)
                if structure is None or (is_tight and form > structure.folded_form):
                    continue
                if form < min(fullest, structure.forms[-1]):
                    continue
                spacing = replace(usual, room=room, is_tight=is_tight)
                places = whole_places(facts, number, spacing)
                if places is not None:
                    del waiting[number]
                    found.forms[number], found.places[number] = form, places
        for number, structure in waiting.items():
            form = found.forms[number] = structure.folded_form
            if number in self._spacings[form]:
                spacing = replace(self._spacings[form][number], room=room, is_tight=is_tight)
                found.folded[number] = spacing
        self._chosen[room, is_tight, fullest] = found
        return found


def node_sizes(
    usual: Maker,
    folds: Folds,
    walk: Callable[[], Iterable[tuple[State, Delta]]],
    form: NodeForm,
    *,
    has_lines: bool,
) -> dict[int, Size]:
    """Return the largest size of each node that may have a form.

    If it ``has_lines``, the sizes include room for targets that are folded to a line.
    """
    found: defaultdict[int, Size] = defaultdict(lambda: Size(0, 0))
    facts = usual.facts
    every = with_checkpoints(facts.structures.items())
    forms = {n: form for n, one in every if form in one.forms}
    for state, delta in walk() if forms else ():
        cards = (facts.card_of(one.serial) for one in with_checkpoints(delta.objects))
        nodes = {one for one in cards if one in facts.nodes and one in state.heap}
        touched = {one for one in nodes if facts.nodes[one].structure in forms}
        maker = maker_at(usual, state, replace(folds, forms=forms)) if touched else usual
        for serial in touched:
            checkpoint()
            made = [maker.whole(serial)]
            lines = {one.target for one in made[0].ports} - facts.nodes.keys()
            if has_lines and lines:
                crowded = dict.fromkeys(lines, _LINE)
                folded = replace(maker.folds, crowded=crowded)
                made.append(maker_at(usual, state, folded).whole(serial))
            for block in made:
                known = found[serial]
                size = max(known.width, block.width), max(known.height, block.height)
                found[serial] = Size(*size)
    return found


class StructureKey(NamedTuple):
    """The key of a structure among the units."""

    structure: int


class Arrangement:
    """The place of each node in its structure; ``places`` has those of each whole structure."""

    def __init__(self, facts: Facts, places: Mapping[int, Places]) -> None:
        self._facts, self._places = facts, places
        self._usual = {
            one: at for found in places.values() for _, shape in found for one, at in shape.items()
        }
        """The last place of each node, for steps at which no shape of its tree has it."""

    def unit_of(self, serial: int) -> UnitKey:
        """Return the unit of an object: its structure, or the object itself."""
        node = self._facts.nodes.get(serial)
        return StructureKey(node.structure) if node is not None else serial

    def sizes(self, blocks: Mapping[int, Block], step: int, folds: Folds) -> dict[UnitKey, Size]:
        """Return the sizes of the units of the blocks, in the order of the blocks."""
        sizes: dict[UnitKey, Size] = {}
        for serial, block in with_checkpoints(blocks.items()):
            if serial not in self._facts.nodes:
                sizes[serial] = Size(block.width, block.height)
                continue
            unit = self.unit_of(serial)
            at = self.place_in(serial, step, folds)
            known = sizes.get(unit, Size(0, 0))
            sizes[unit] = Size(
                max(known.width, at.x + block.width), max(known.height, at.y + block.height)
            )
        return sizes

    def place_in(self, serial: int, step: int, folds: Folds) -> Point:
        """Return an object's place in its unit; a stub has the place of its first node."""
        node = self._facts.nodes.get(serial)
        if node is None:
            return Point(0, 0)
        part = folds.part(node.structure, step)
        if part is not None:
            return part.places.get(serial, Point(0, 0))
        usual = self._usual.get(serial, Point(0, 0))
        places = self._places.get(node.structure, ())
        if len(places) < 2:
            return usual
        return in_effect(places, step, places[0][1]).get(serial, usual)
