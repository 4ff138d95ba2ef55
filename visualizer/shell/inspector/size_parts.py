"""The bytes of an object by their use, as rows that add up to ``sys.getsizeof`` and beyond."""

from dataclasses import dataclass

from visualizer.model import AddressSpace, HeapObject, capacity_of, second_size, split_of

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
