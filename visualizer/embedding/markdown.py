"""A fence ``memory`` for Markdown, as ``pymdownx.superfences`` takes it in MkDocs.

``mkdocs.yml`` names ``fence`` as its format and ``check`` as its validator; the frame holds its
page within itself (https://facelessuser.github.io/pymdown-extensions/extensions/superfences/).
"""

from collections.abc import Mapping, MutableMapping
from functools import cache

from pymdownx.superfences import SuperFencesException

from visualizer.cli.language import translated
from visualizer.embedding.program_page import (
    CHOICES,
    NoPlayer,
    PlayerOptions,
    check_steps,
    program_page,
    sandboxed_frame,
)


def check(
    language: str,
    inputs: Mapping[str, str],
    options: MutableMapping[str, object],
    attrs: object,
    md: object,
) -> bool:
    """Take the options of a fence; raise ``SuperFencesException``, which stops the build."""
    for name, value in inputs.items():
        try:
            options[name] = _option(name, value)
        except ValueError as error:
            raise SuperFencesException(str(error)) from error
    return True


def _option(name: str, value: str) -> str | int:
    if name == "steps":
        return check_steps(value)
    if name == "height" and value.isdecimal():
        return int(value)
    if value not in CHOICES.get(name, ()):
        raise ValueError(f'memory takes no {name}="{value}"')
    return value


def fence(
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, object],
    md: object,
    **_: object,
) -> str:
    """Return the frame of a program's player; raise ``SuperFencesException`` if there is none."""
    return _frame(source, PlayerOptions(**options))  # type: ignore[arg-type]


@cache
def _frame(source: str, options: PlayerOptions) -> str:
    # A site that is served is built anew after every change: what did not change is kept.
    try:
        page = program_page(source + "\n", options)
    except NoPlayer as error:
        raise SuperFencesException(str(error)) from error
    title = translated("player of {program}", program="program.py")
    return sandboxed_frame(page.html, title, options.height)
