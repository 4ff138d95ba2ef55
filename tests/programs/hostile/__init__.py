"""A matrix of programs that are hostile to being watched, and of ways to end."""

from tests.programs.hostile import (
    containers,
    endings,
    interpreter,
    large,
    looking,
    objects,
    processes,
    texts,
)


PROGRAMS = (
    *endings.PROGRAMS,
    *processes.PROGRAMS,
    *texts.PROGRAMS,
    *looking.PROGRAMS,
    *containers.PROGRAMS,
    *objects.PROGRAMS,
    *interpreter.PROGRAMS,
    *large.PROGRAMS,
)

__all__ = ["PROGRAMS"]
