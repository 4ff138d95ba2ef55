"""The verb ``compare``: two recordings, or two steps of one."""

import argparse
import json
from contextlib import closing
from typing import NamedTuple

from visualizer.cli.destination import writing
from visualizer.cli.export import fonts
from visualizer.cli.language import language, translated
from visualizer.cli.standard_output import put
from visualizer.explain.comparison.differences import Comparison, Difference, compare
from visualizer.explain.comparison.pairing import Place
from visualizer.explain.comparison.words import SIDES, describe_difference, tell_apart
from visualizer.model import State, Step, WrongUsage, scope_name
from visualizer.recording import Recording
from visualizer.words import translate, written_table

LEVELS = {"values": 1, "objects": 2, "counts": 3, "regions": 3}

type Json = dict[str, object]


def compare_recordings(found: argparse.Namespace) -> int:
    """Print the differences as lines, as one JSON object or as a picture."""
    if found.output is not None and found.format is None:
        raise WrongUsage("-o works only with --format svg, png or pdf")
    if found.json and found.format is not None:
        raise WrongUsage("--json and --format do not go together")
    other = found.other or found.recording
    if found.other is None and found.step is None and found.with_step is None:
        raise WrongUsage(
            "one recording is compared at two steps;"
            " name one with --step N, the other with --with M"
        )
    with closing(Recording.open(found.recording)) as left, closing(Recording.open(other)) as right:
        sides = _side(left, found.step), _side(right, found.with_step)
        comparison = compare(
            sides[0].state,
            sides[1].state,
            same_run=found.recording.samefile(other),
            same_text=left.sources == right.sources,
        )
        if found.format is not None:
            _write_picture(found, sides, comparison)
        elif found.json:
            put(_json(sides, comparison))
        else:
            put(_text(sides, comparison, LEVELS[found.level or "values"]))
        for recording in (left, right):
            recording.require_whole()
    return 0


class _Side(NamedTuple):
    recording: Recording
    state: State
    step: Step


type _Sides = tuple[_Side, _Side]


def _side(recording: Recording, step: int | None) -> _Side:
    recording.require_step()
    recording.require_step(step)
    state = recording.cursor().seek(step or recording.steps).copy()
    assert state.step is not None
    return _Side(recording, state, state.step)


def _titles(sides: _Sides) -> list[str]:
    left, right = (side.recording.header for side in sides)
    programs = tell_apart((left.program, right.program), (left.python, right.python))
    return [
        translated(
            "{side}: {program}, step {step} of {steps}, line {line}",
            side=name,
            program=program,
            step=side.step.number,
            steps=side.recording.steps,
            line=side.step.line,
        )
        for name, program, side in zip(SIDES, programs, sides, strict=True)
    ]


def _text(sides: _Sides, comparison: Comparison, level: int) -> str:
    words = written_table(language())
    lines = [*_titles(sides), ""]
    differences = comparison.up_to(level)
    # A hundred calls of one function would give equal lines.
    lines += dict.fromkeys(translate(describe_difference(one), words) for one in differences)
    if not differences:
        lines.append(translated("nothing differs"))
    if not comparison.is_whole:
        lines.append(translated("there are more objects than are compared"))
    return "\n".join(lines) + "\n"


def _json(sides: _Sides, comparison: Comparison) -> str:
    report: Json = {
        "sides": [_side_json(*one) for one in zip(SIDES, sides, strict=True)],
        "differences": [_difference_json(one) for one in comparison.differences],
        "whole": comparison.is_whole,
    }
    return json.dumps(report, ensure_ascii=False) + "\n"


def _side_json(name: str, side: _Side) -> Json:
    return {
        "side": name,
        "program": side.recording.header.program,
        "step": side.step.number,
        "steps": side.recording.steps,
        "file": side.step.file,
        "line": side.step.line,
        "function": scope_name(side.step, side.state),
    }


def _difference_json(one: Difference) -> Json:
    words = written_table(language())
    is_shared = one.kind.value == "shared"
    return {
        "kind": one.kind.value,
        "path": one.path,
        "level": one.level,
        "places": [_place_json(place) for place in one.places],
        "serials": list(one.serials),
        "texts": list(one.texts),
        "others": list(one.others),
        "shared": SIDES[one.shared] if is_shared else None,
        "equal": one.is_equal,
        "words": translate(describe_difference(one), words),
    }


def _place_json(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "holder": list(place.holder),
        "slot": [place.slot.kind, place.slot.name],
        "target": place.target,
    }


def _write_picture(found: argparse.Namespace, sides: _Sides, comparison: Comparison) -> None:
    with fonts():
        from visualizer.diagram.contrast.making import contrasts_of
        from visualizer.diagram.contrast.picture import Side, picture_of_sides
        from visualizer.diagram.painting.look import Look
        from visualizer.diagram.picture import SHARPNESS, ensure_application, sheet_at
        from visualizer.diagram.themes import theme
    from visualizer.layout.analysis.facts import Level

    ensure_application()
    level, spoken = Level(found.level or Level.VALUES), found.language or language()
    states = sides[0].state, sides[1].state
    contrasts = contrasts_of(comparison, states, spoken, LEVELS[level.value])
    shown = [
        Side(title, sheet_at(side.recording, side.step.number, level), contrast)
        for title, side, contrast in zip(_titles(sides), sides, contrasts, strict=True)
    ]
    scale = found.scale or (SHARPNESS if found.format == "png" else 1.0)
    look = Look(theme(found.theme or "light"), spoken)
    picture = picture_of_sides(shown, look, scale, format=found.format)
    with writing(found.output, found.recording, binary=found.format != "svg") as out:
        out.write(picture)
