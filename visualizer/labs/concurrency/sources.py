"""Returns the source of a contestant, as text and as a program to step through."""

import ast
import inspect
from collections.abc import Callable
from functools import partial
from textwrap import dedent
from types import ModuleType
from typing import Any

from visualizer.labs.concurrency import jobs, small_server, ways, workloads
from visualizer.labs.concurrency.contestants import contestant

_STEPS = {"sleep": "Sleep", "cpu": "Spin", "io": "Fetch"}
_SMALL = {"sleep": "Sleep(0.01)", "cpu": "Spin(3)", "io": "Fetch(port)"}
SMALL_STEPS = 2


def source(key: str, workload: str) -> str:
    """Return the source of a contestant: its function, then the job and its step, read from the
    files of the code that runs.
    """
    parts = (*_way(key), _text(jobs.Job), _text(getattr(workloads, _STEPS[workload])))
    return "\n\n".join(text.strip("\n") + "\n" for text in parts)


def _way(key: str) -> list[str]:
    """Return the function, the names of its module that it uses, and what runs before it."""
    one = contestant(key)
    parts = [_text(one.before)] if one.before is not None else []
    run, _ = _function(one.run)
    return [*parts, _text(run), *_used(run)]


def _used(run: Callable[..., Any]) -> list[str]:
    """Yield the names of its module that a function uses: helpers, and programs stored as text."""
    names = {
        node.id for node in ast.walk(ast.parse(dedent(_text(run)))) if isinstance(node, ast.Name)
    }
    own = [name for name in sorted(names) if name.startswith("_") and hasattr(ways, name)]
    return [_of_module(ways, name) for name in own]


def _of_module(module: ModuleType, name: str) -> str:
    """Return the statement that defines a name of a module."""
    found = getattr(module, name)
    if not isinstance(found, str):
        return _text(found)
    text = inspect.getsource(module)
    for node in ast.parse(text).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return ast.get_source_segment(text, node) or ""
    return ""


def _text(one: object) -> str:
    return inspect.getsource(one)  # type: ignore[arg-type]


def small_program(key: str, workload: str) -> str:
    """Return a program that runs the same source with two jobs of two small steps. A recording does
    not show child processes, so contestants that use nothing else give an empty text.
    """
    one = contestant(key)
    if not one.can_be_stepped:
        return ""
    run, keywords = _function(one.run)
    extra = "".join(f", {name}={value!r}" for name, value in keywords.items())
    call = f"{run.__name__}(jobs{extra})"
    head = ["from __future__ import annotations"]
    if one.before is not None:
        head += ["", _text(one.before).strip(), "", f"{one.before.__name__}()", ""]
    head += ["import time"]
    parts = ["\n".join(head), _text(getattr(workloads, _STEPS[workload])), _text(jobs.Job)]
    parts += [_text(run), *_used(run)]
    start = ['names = "numbers", "letters"', f"step = {_SMALL[workload]}"]
    if workload == "io":
        parts.append(_text(small_server.serve))
        start.insert(0, "port = serve(0.01)")
    start += [
        f"jobs = [Job(name, {SMALL_STEPS}, step) for name in names]",
        f"for spans in {call}:",
        "    print(spans[0][0], [step for _, _, _, step in spans])",
    ]
    body = "\n".join(f"    {line}" for line in start)
    parts.append(f'if __name__ == "__main__":\n{body}')
    return "\n\n\n".join(part.strip("\n") for part in parts) + "\n"


def _function(run: Callable[..., Any]) -> tuple[Callable[..., Any], dict[str, Any]]:
    """Return the plain function and its keywords."""
    return (run.func, run.keywords) if isinstance(run, partial) else (run, {})
