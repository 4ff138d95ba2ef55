"""Returns the source of a contestant, as text and as a program to step through."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from visualizer.labs.concurrency.contestants import contestant
from visualizer.labs.definitions import definitions

_STEPS = {"sleep": "Sleep", "cpu": "Spin", "io": "Fetch"}
_SMALL = {"sleep": "Sleep(0.01)", "cpu": "Spin(3)", "io": "Fetch(port)"}
SMALL_STEPS = 2


def source(key: str, workload: str) -> str:
    """Return the source of a contestant: its function, then the job and its step, read from the
    files of the code that runs.
    """
    parts = (*_way(key), _of("jobs")["Job"], _of("workloads")[_STEPS[workload]])
    return "\n\n\n".join(parts) + "\n"


def _of(module: str) -> dict[str, str]:
    return definitions(Path(__file__).with_name(f"{module}.py"))


def _way(key: str) -> list[str]:
    """Return what runs before the function, the function, and the helpers of its module that it
    uses: functions, and programs stored as text.
    """
    one, ways = contestant(key), _of("ways")
    run, _ = _function(one.run)
    text = ways[run.__name__]
    helpers = [name for name in ways if name[0] == "_" and re.search(rf"\b{name}\b", text)]
    before = [ways[one.before.__name__]] if one.before is not None else []
    return [*before, text, *(ways[name] for name in helpers)]


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
        head += ["", _of("ways")[one.before.__name__], "", f"{one.before.__name__}()", ""]
    head += ["import time"]
    parts = ["\n".join(head), _of("workloads")[_STEPS[workload]], _of("jobs")["Job"]]
    parts += _way(key)[one.before is not None :]
    start = ['names = "numbers", "letters"', f"step = {_SMALL[workload]}"]
    if workload == "io":
        parts.append(_of("small_server")["serve"])
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
