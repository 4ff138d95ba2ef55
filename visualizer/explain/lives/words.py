"""Describes an object's life in sentences: its creation, its type, and its last references."""

from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.explain.lives.lives import LostReference, losses_of
from visualizer.explain.naming import describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import Heap, Life, module_name
from visualizer.model.delta import Steps


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """An event in a life, and the step that shows it."""

    words: Sentence
    step: int


def describe_life(life: Life, steps: Steps, own_file: str) -> tuple[LifeEvent, ...]:
    """Describe a whole life in order: created, unreachable, freed, its address reused.

    ``own_file`` is the program's own file, whose names are those of ``<module>``.
    """
    return (*_beginning(life, steps, own_file), *_end(life, steps, own_file))


def _beginning(life: Life, steps: Steps, own_file: str) -> Iterator[LifeEvent]:
    step = steps.delta(life.born).before
    if step is None:
        yield LifeEvent(sentence("life-there", "gain", life.serial), life.born)
    elif step.file == own_file:
        yield LifeEvent(sentence("life-made", "gain", life.serial, line=step.line), life.born)
    else:
        words = sentence("life-made-in", "gain", life.serial, line=step.line, file=step.file)
        yield LifeEvent(words, life.born)
    if life.earlier is not None:
        yield LifeEvent(sentence("life-earlier", "", life.earlier, serial=life.earlier), life.born)


def _end(life: Life, steps: Steps, own_file: str) -> Iterator[LifeEvent]:
    if life.unreachable is not None:
        yield LifeEvent(sentence("life-island", "island", life.serial), life.unreachable)
    if life.died is None:
        return
    losses, before = losses_of(life, steps), steps.seek(life.died - 1).heap
    yield LifeEvent(sentence("life-freed", "loss", life.serial), life.died)
    for loss in losses:
        yield LifeEvent(_loss(loss, before, own_file), life.died)
    if life.later is not None:
        yield LifeEvent(sentence("life-later", "", life.later, serial=life.later), life.died)


def _loss(loss: LostReference, heap: Heap, own_file: str) -> Sentence:
    scope = module_name(loss.scope, own_file)
    holder = describe(loss.holder, heap) if loss.holder is not None else ""
    key = "lost-" + loss.kind.replace(" ", "-")
    return sentence(key, "", loss.holder, where=loss.where, scope=scope, holder=holder)
