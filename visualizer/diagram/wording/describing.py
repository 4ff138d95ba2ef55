"""Describes the places of a sheet in words, for tool tips and screen readers."""

from collections.abc import Iterator

from visualizer.diagram.items.hooks import Describer
from visualizer.diagram.wording.known import Known
from visualizer.diagram.wording.naming import Names
from visualizer.layout.blocks.block import Field, Sign
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.blocks.places import PAGE
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key
from visualizer.layout.sheet import Arrow, Placed, Sheet, Tag, TagKind
from visualizer.model import Named

_MOST_NAMES = 12
"""The maximum number of names that the tool tip of a frame lists."""


class SheetDescriber(Describer):
    """Describes the places of ``sheet`` with the step ``known``."""

    def __init__(self, sheet: Sheet, known: Known, language: str) -> None:
        self._sheet, self._known = sheet, known
        self._names = Names(known, language, known.has_counts)
        self._spoken = Names(known, language, True)

    # ---- tool tips ----

    def box_words(self, box: Placed, field: Field | None) -> str:
        """Describe a box, or one reference in it, with the whole value and the referrers."""
        if field is not None and field.target:
            return self._reference_words(field.holder, field, field.target)
        if box.key.kind == "object":
            serial = int(box.key.name)
            return "\n".join((self._names.title(serial), *self._more(serial)))
        if box.key.is_call:
            return "\n".join(self._frame_lines(box))
        return self._written_in(box)

    def arrow_words(self, arrow: Arrow) -> str:
        """Describe a reference and its target."""
        return self._reference_words(arrow.holder, arrow, arrow.target)

    def tag_words(self, tag: Tag) -> str:
        """Describe the references that a tag represents, or the cell that it indexes."""
        names, text = self._names, self._names.translate(tag.label.text)
        if tag.kind is TagKind.INDEX:
            return names.translate(phrase("tag-index", name=text))
        found = [arrow for arrow in self._sheet.arrows if arrow.end == tag.box]
        named = [arrow for arrow in found if text == names.slot(arrow.slot) or _may_be(arrow, text)]
        shown = named or [arrow for arrow in found if not arrow.points]
        if not shown:
            return f"{text} → {names.holder(tag.box)}"
        return "\n".join(dict.fromkeys(self._reference(names, arrow) for arrow in shown))

    def _reference_words(self, holder: Key, one: Field | Arrow, target: int) -> str:
        title = self._names.title(target)
        return "\n".join((self._names.reference(holder, one.slot, title), *self._more(target)))

    def _more(self, serial: int) -> Iterator[str]:
        """Yield the lines after an object's title."""
        names = self._names
        if value := names.value(serial):
            yield value
        if self._known.has_counts:
            yield from filter(None, (names.places(serial), names.referrers(serial)))
        if self._known.has_places and (said := names.place(serial)):
            yield said

    def _reference(self, names: Names, one: Field | Arrow) -> str:
        return names.reference(one.holder, one.slot, names.title(one.target))

    def _frame_lines(self, box: Placed) -> Iterator[str]:
        names = self._names
        yield self._frame_title(names, box)
        listed = names.variables(box.key) if box.is_folded else self._left_out(box)
        for name, serial in listed[:_MOST_NAMES]:
            yield f"{name} = {names.object(serial)}"
        if len(listed) > _MOST_NAMES:
            yield "…"

    def _left_out(self, box: Placed) -> Named:
        """Return the names that a frame only counts."""
        if not any(one.left_out for one in box.block.signs):
            return ()
        shown = {one.slot.name for one in box.block.fields if one.holder == box.key}
        every = self._names.variables(box.key)
        return tuple(one for one in every if one[0] not in shown and one[0][:2] != "__")

    def _frame_title(self, names: Names, box: Placed) -> str:
        frame = names.frame(box.key)
        found: list[Text] = [names.holder(box.key)]
        if frame is not None and frame.line:
            found.append(phrase("at-line", line=frame.line))
        if box.key == self._sheet.running:
            found.append(phrase("is-running"))
        return ", ".join(map(names.translate, found))

    def _written_in(self, box: Placed) -> str:
        return " ".join(self._names.translate(words.text) for words in box.block.words)

    # ---- screen readers ----

    def spoken_box(self, box: Placed) -> str:
        """Describe a box: "list #1, 2 items, 6 references, new"."""
        names = self._spoken
        if box.key.is_call:
            left_out = (name for name, _ in self._left_out(box))
            return ", ".join((self._frame_title(names, box), *left_out))
        if box.key.kind != "object":
            return self._written_in(box)
        serial = int(box.key.name)
        found: list[Text] = [names.title(serial)]
        if self._known.has_counts:
            found += (*filter(None, (names.places(serial),)), *self._counts(serial))
        thing = self._known.thing(serial)
        match self._sheet.outlines.get(serial):
            case Outline.LOST if self._known.is_new(serial):
                found.append(phrase("mark-new"))
            case Outline.NEW:
                found.append(phrase("mark-new"))
            case Outline.LESS:
                found.append(phrase("mark-changed"))
        if thing is not None and thing.unreachable:
            found.append(phrase("mark-unreachable"))
        return ", ".join(map(names.translate, found))

    def _counts(self, serial: int) -> Iterator[Text]:
        thing = self._known.thing(serial)
        if thing is None:
            return
        if thing.refcount is None:
            yield phrase("not-counted" if thing.is_measured else "not-known")
            return
        yield phrase("references", n=thing.refcount)
        if (before := self._known.count_before(serial)) is not None:
            yield phrase("count-before", count=before)

    def spoken_field(self, field: Field) -> str:
        """Describe a reference: "parts of list #2 refers to list #1, new"."""
        said = self._reference(self._spoken, field)
        if (field.holder, field.slot) not in self._sheet.changed:
            return said
        changed = self._spoken.translate(phrase("mark-changed"))
        return f"{said}, {changed}"

    def sign_words(self, sign: Sign) -> str:
        """Describe what a sign does: "show 27 more"."""
        if not sign.left_out:
            return self._spoken.translate(phrase("sign-fold"))
        if sign.left_out <= PAGE:
            return self._spoken.translate(phrase("sign-open", n=sign.left_out))
        return self._spoken.translate(phrase("sign-open-some", n=sign.left_out, count=f"{PAGE:,}"))


def _may_be(arrow: Arrow, text: str) -> bool:
    """Whether a tag with a text may be the tag of an arrow."""
    name = str(arrow.slot.name)
    return bool(name) and (text == name or text.endswith((f".{name}", f"[{name}]")))
