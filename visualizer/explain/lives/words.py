"""Describes an object's life in sentences: its creation, its type, and its last references."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from visualizer.explain.lives.lives import LostReference, losses_of
from visualizer.explain.naming import describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.frames import frame_change
from visualizer.explain.steps.reclassed import reclassed
from visualizer.model import Heap, Life, module_name
from visualizer.model.delta import Steps


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """An event in a life, and the step that shows it."""

    words: Sentence
    step: int


def describe_life(life: Life, steps: Steps, sources: Mapping[str, str]) -> tuple[LifeEvent, ...]:
    """Describe a whole life in order: created, unreachable, freed, its address reused.

    ``sources`` are the texts by file; the first is the program's own file, whose names are those
    of ``<module>``.
    """
    return (*_beginning(life, steps, sources), *_end(life, steps, sources))


def _has_other_class(
    one: int, other: int, at: int, steps: Steps, sources: Mapping[str, str]
) -> bool:
    """Whether step ``at`` changed the class of object ``one``, which is ``other`` since then."""
    delta = steps.delta(at)
    here = frame_change(steps.seek(at - 1), delta, sources=sources)
    return reclassed(delta, here).get(one) == other


def _beginning(life: Life, steps: Steps, sources: Mapping[str, str]) -> Iterator[LifeEvent]:
    earlier = life.earlier
    if earlier and _has_other_class(earlier, life.serial, life.born, steps, sources):
        words = sentence("life-class-before", "", earlier, serial=earlier)
        yield LifeEvent(words, life.born)
        return
    step, own_file = steps.delta(life.born).before, next(iter(sources), "")
    if step is None:
        yield LifeEvent(sentence("life-there", "gain", life.serial), life.born)
    elif step.file == own_file:
        yield LifeEvent(sentence("life-made", "gain", life.serial, line=step.line), life.born)
    else:
        words = sentence("life-made-in", "gain", life.serial, line=step.line, file=step.file)
        yield LifeEvent(words, life.born)
    if earlier is not None:
        yield LifeEvent(sentence("life-earlier", "", earlier, serial=earlier), life.born)


def _end(life: Life, steps: Steps, sources: Mapping[str, str]) -> Iterator[LifeEvent]:
    if life.unreachable is not None:
        yield LifeEvent(sentence("life-island", "island", life.serial), life.unreachable)
    if life.died is None:
        return
    later = life.later
    if later and _has_other_class(life.serial, later, life.died, steps, sources):
        words = sentence("life-class-after", "change", later, serial=later)
        yield LifeEvent(words, life.died)
        return
    losses, before = losses_of(life, steps), steps.seek(life.died - 1).heap
    yield LifeEvent(sentence("life-freed", "loss", life.serial), life.died)
    for loss in losses:
        yield LifeEvent(_loss(loss, before, next(iter(sources), "")), life.died)
    if later is not None:
        yield LifeEvent(sentence("life-later", "", later, serial=later), life.died)


def _loss(loss: LostReference, heap: Heap, own_file: str) -> Sentence:
    scope = module_name(loss.scope, own_file)
    holder = describe(loss.holder, heap) if loss.holder is not None else ""
    key = "lost-" + loss.kind.replace(" ", "-")
    return sentence(key, "", loss.holder, where=loss.where, scope=scope, holder=holder)
