"""What of one sheet is not the very same in the next: very many things, few of which differ."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Differing[T]:
    """``fresh`` are those of ``after`` that were not in ``before``, by identity; all of them if
    ``is_all_fresh``. ``gone`` are those of ``before`` that are not in ``after``."""

    before: Sequence[T]
    after: Sequence[T]
    is_all_fresh: bool = False
    fresh: Sequence[T] = field(init=False)
    gone: Sequence[T] = field(init=False)

    def __post_init__(self) -> None:
        self.fresh = self.after if self.is_all_fresh else _without(self.after, self.before)
        self.gone = _without(self.before, self.after)


def _without[T](things: Sequence[T], others: Sequence[T]) -> Sequence[T]:
    if things is others:
        return ()
    known = set(map(id, others))
    return [one for one in things if id(one) not in known]
