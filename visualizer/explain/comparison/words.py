"""Differences as sentences; the sides are called A and B."""

from visualizer.explain.comparison.differences import Difference, Kind
from visualizer.explain.comparison.paths import RAISED
from visualizer.explain.sentence import Sentence, sentence

SIDES = ("A", "B")


def tell_apart(names: tuple[str, str], versions: tuple[str, str]) -> tuple[str, ...]:
    """Return the programs' names, with the versions of Python if both sides differ only in them."""
    if names[0] != names[1] or versions[0] == versions[1]:
        return names
    return tuple(f"{name} (Python {one})" for name, one in zip(names, versions, strict=True))


def describe_difference(one: Difference) -> Sentence:
    """Return a sentence about a difference and its side."""
    path, (left, right) = one.path, one.texts
    match one.kind:
        case Kind.ONLY:
            side = 0 if one.places[0] is not None else 1
            if path.rpartition(": ")[2] == RAISED:
                said = {"side": SIDES[side], "what": one.texts[side]}
                return sentence("diff-only-raised", "gain", one.serials[side], **said)
            said = {"path": path, "side": SIDES[side], "what": one.texts[side]}
            return sentence("diff-only", "gain", one.serials[side], **said)
        case Kind.CALL:
            return sentence("diff-call", "gain", path=path, side=SIDES[0 if left else 1])
        case Kind.SHARED:
            key = "diff-shared-equal" if one.is_equal else "diff-shared"
            other, sides = one.others[one.shared], (SIDES[one.shared], SIDES[1 - one.shared])
            said = {"path": path, "other": other, "type": one.type}
            return sentence(key, "change", **said, side=sides[0], rest=sides[1])
        case Kind.OBJECT if all(one.others):
            left, right = one.others
            return sentence("diff-object-named", "change", path=path, left=left, right=right)
        case Kind.OBJECT:
            key = "diff-object-equal" if one.is_equal else "diff-object"
            return sentence(key, "change", path=path, type=one.type, left=left, right=right)
        case Kind.COUNT:
            sign = "up" if int(left) < int(right) else "down"
            return sentence("diff-count", sign, path=path, left=left, right=right)
    key = f"diff-{one.aspect}" if one.aspect else "diff-value"
    return sentence(key, "change", path=path, left=left, right=right)
