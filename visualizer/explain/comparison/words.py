"""Differences as sentences; the sides are called A and B."""

from visualizer.explain.comparison.differences import Difference, Kind
from visualizer.explain.sentence import Sentence, sentence

SIDES = ("A", "B")


def describe_difference(one: Difference) -> Sentence:
    """Return a sentence that says what differs, on which side."""
    return _SENTENCES[one.kind](one)


def _only(one: Difference) -> Sentence:
    side = 0 if one.places[0] is not None else 1
    return sentence(
        "diff-only",
        "gain",
        one.serials[side],
        path=one.path,
        side=SIDES[side],
        what=one.texts[side],
    )


def _call(one: Difference) -> Sentence:
    side = 0 if one.texts[0] else 1
    return sentence("diff-call", "gain", path=one.path, side=SIDES[side])


def _value(one: Difference) -> Sentence:
    if one.aspect:
        key = f"diff-{one.aspect}"
        return sentence(key, "change", path=one.path, left=one.texts[0], right=one.texts[1])
    return sentence("diff-value", "change", path=one.path, left=one.texts[0], right=one.texts[1])


def _shared(one: Difference) -> Sentence:
    key = "diff-shared-equal" if one.is_equal else "diff-shared"
    return sentence(
        key,
        "change",
        path=one.path,
        other=one.others[one.shared],
        type=one.type,
        side=SIDES[one.shared],
        rest=SIDES[1 - one.shared],
    )


def _object(one: Difference) -> Sentence:
    if one.others[0] and one.others[1]:
        left, right = one.others
        return sentence("diff-object-named", "change", path=one.path, left=left, right=right)
    key = "diff-object-equal" if one.is_equal else "diff-object"
    left, right = one.texts
    return sentence(key, "change", path=one.path, type=one.type, left=left, right=right)


def _count(one: Difference) -> Sentence:
    sign = "up" if int(one.texts[0]) < int(one.texts[1]) else "down"
    return sentence("diff-count", sign, path=one.path, left=one.texts[0], right=one.texts[1])


_SENTENCES = {
    Kind.ONLY: _only,
    Kind.CALL: _call,
    Kind.VALUE: _value,
    Kind.SHARED: _shared,
    Kind.OBJECT: _object,
    Kind.COUNT: _count,
}
