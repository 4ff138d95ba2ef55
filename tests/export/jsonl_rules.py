"""The rules of CONTRACT.md for the jsonl format, checked on the lines of an export."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

type Json = dict[str, Any]
"""An object of the export."""

HEADER = {"format", "version", "python", "program", "steps", "end", "bookmarks", "thread_names"}
REASONS = {
    *("finished", "uncaught", "exited", "killed", "step-limit", "time-limit", "memory-limit"),
    *("size-limit", "disk-full", "stopped", "recorder-failed", "trimmed"),
}
EVENTS = {"call", "line", "return", "yield", "resume", "exception", "finish", "uncaught"}
FRAMES = {"module", "function", "class", "generator", "coroutine", "async generator"}
STATES = {"created", "suspended", "running", "closed"}
STEP = {
    *("step", "event", "file", "line", "function", "thread", "stdout", "stderr", "frames"),
    *("globals", "heap", "freed"),
}
PLACE = ("file", "line", "function")
PRESENT = {"type", "address", "refcount", "size"}
SOMETIMES = {"unreachable", "held"}
OWN = {"class", "attributes"}
SHAPES: tuple[set[str], ...] = (
    {"value"},
    {"value", "length"},
    {"items", "length"},
    {"entries", "length"},
    OWN,
    OWN | {"value"},
    OWN | {"value", "length"},
    OWN | {"items", "length"},
    OWN | {"entries", "length"},
    OWN | {"referents"},
    {"name", "bases", "attributes"},
    {"name", "line", "code", "closure", "defaults"},
    {"name", "line", "code", "closure", "defaults", "attributes"},
    {"self", "function"},
    {"contents"},
    {"state", "line", "locals"},
    {"over", "position"},
    {"referent"},
    {"args", "cause", "context", "traceback", "attributes"},
    {"args", "cause", "context", "traceback", "attributes", "class"},
    {"name"},
    {"shape", "dtype", "strides", "base", "nbytes", "value"},
    {"referents"},
)
"""The keys of each row of the table of kinds, without those of every object."""
SHAPE_OF = {
    **dict.fromkeys(("int", "float", "complex", "bool", "bytes", "bytearray", "range"), "value"),
    **dict.fromkeys(("str", "slice", "NoneType", "ellipsis"), "value"),
    **dict.fromkeys(("list", "tuple", "set", "frozenset", "deque"), "items"),
    **dict.fromkeys(("dict", "OrderedDict"), "entries"),
    **dict.fromkeys(("generator", "coroutine", "async_generator"), "state"),
    "cell": "contents",
    "method": "self",
    "module": "name",
    "ndarray": "shape",
}
BESIDE = {"awaits": "state"} | dict.fromkeys(
    ("named", "facts", "locked", "owner", "count"), "referents"
)
"""Keys that were added to the contract, and the key that they may accompany."""
MOST = 10_000


def broken_rules(lines: Iterable[str]) -> Iterator[str]:
    """Yield the violations of an export; after the first line each line is a step."""
    each = iter(lines)
    header = json.loads(next(each))
    yield from broken_header(header)
    types: dict[str, object] = {}
    dead: set[str] = set()
    before: set[str] = set()
    number = 0
    known: dict[str, Json] = {}
    children: dict[str, set[str]] = {}
    for number, line in enumerate(each, 1):
        step = json.loads(line)
        heap = step["heap"]
        found = [*broken_step(step, number)]
        for serial, entry in heap.items():
            if known.get(serial) != entry:
                found += broken_entry(serial, entry)
                known[serial] = entry
                children[serial] = set(map(str, references(entry)))
            if types.setdefault(serial, entry["type"]) != entry["type"]:
                found.append(f"{serial} was of type {types[serial]}")
        found += missing(step, children)
        dead.update(map(str, step["freed"]))
        if not dead.isdisjoint(heap):
            found.append(f"{dead & heap.keys()} were freed")
        if not before - heap.keys() <= set(map(str, step["freed"])):
            found.append(f"{before - heap.keys()} went without being freed")
        if len({entry["address"] for entry in heap.values()}) != len(heap):
            found.append("two objects have one address")
        before = set(heap)
        yield from (f"step {number}: {one}" for one in found)
    if number != header["steps"]:
        yield f"{number} lines for {header['steps']} steps"


def broken_header(header: Json) -> Iterator[str]:
    """Check the first line."""
    end = header["end"]
    if not header.keys() >= HEADER or header["format"] != "visualizer-jsonl":
        yield f"the header is {header}"
    if not isinstance(end, dict) or set(end) != {"reason", "detail", "exit_code"}:
        yield f"the end is {end}"
    elif end["reason"] not in REASONS:
        yield f"the reason of the end is {end['reason']}"


def broken_step(step: Json, number: int) -> Iterator[str]:
    """Check a step without its heap."""
    event, frames = step["event"], step["frames"]
    more = step.keys() - STEP - {"exception", "collections", "threads", "locks"}
    if not step.keys() >= STEP or more or step["step"] != number or event not in EVENTS:
        yield f"the step has {sorted(step)}, number {step['step']}, event {event}"
    if ("exception" in step) != (event in ("exception", "uncaught")):
        yield f"an exception in a step {event}"
    threads = step.get("threads", {})
    for place, frame in enumerate([*frames, *(one for own in threads.values() for one in own)]):
        value = {"value"} if place == len(frames) - 1 and event in ("return", "yield") else set()
        if set(frame) != {"function", "file", "line", "kind", "locals"} | value:
            yield f"a frame has {sorted(frame)}"
        if frame["kind"] not in FRAMES:
            yield f"a frame of kind {frame['kind']}"
    if event == "line" and [frames[-1][key] for key in PLACE] != [step[key] for key in PLACE]:
        yield f"the last frame is not at {[step[key] for key in PLACE]}"


def broken_entry(serial: str, entry: Json) -> Iterator[str]:
    """Check an object: its keys are those of a kind, and of its type's kind."""
    added = {key for key, beside in BESIDE.items() if beside in entry}
    keys = entry.keys() - PRESENT - SOMETIMES - added
    count = entry["refcount"]
    if not entry.keys() >= PRESENT or set(keys) not in SHAPES:
        yield f"{serial} has {sorted(entry)}"
    expected = SHAPE_OF.get(str(entry["type"]))
    if expected is not None and expected not in keys:
        yield f"{serial} of type {entry['type']} has {sorted(entry)}"
    if count is not None and (not isinstance(count, int) or count < 1):
        yield f"{serial} has count {count}: {entry}"
    if "held" in entry and sum(n for _, _, n in entry["held"]) != count:
        yield f"{serial} has count {count} and is held {entry['held']}"
    if not isinstance(entry["address"], int) or not isinstance(entry["size"], int):
        yield f"{serial} lies at {entry['address']} with size {entry['size']}"
    if entry.get("unreachable", True) is not True:
        yield f"{serial} is unreachable: {entry['unreachable']}"
    if "state" in entry and entry["state"] not in STATES:
        yield f"{serial} is {entry['state']}"
    for name in ("items", "entries"):
        if name in entry and len(entry[name]) != min(entry["length"], MOST):
            yield f"{serial} has {len(entry[name])} {name} and length {entry['length']}"
    if len(entry.get("value", "")) > MOST:
        yield f"{serial} has a value of {len(entry['value'])} characters"


def missing(step: Json, children: dict[str, set[str]]) -> Iterator[str]:
    """Check that every value is a key of the heap; ``children`` are each object's references."""
    heap = step["heap"]
    found = set(map(str, references(step))).union(*(children[serial] for serial in heap))
    if not found <= heap.keys():
        yield f"{sorted(found - heap.keys())} are not in the heap"


def references(one: Json) -> Iterator[int]:
    """Yield the serials in a step or an object."""
    if "frames" in one:
        yield from (serial for own in one["globals"].values() for serial in own.values())
        stacks = [one["frames"], *one.get("threads", {}).values()]
        for frame in chain.from_iterable(stacks):
            yield from frame["locals"].values()
            if "value" in frame:
                yield frame["value"]
        if "exception" in one:
            yield one["exception"]
        return
    for key in ("items", "bases", "defaults", "referents"):
        yield from one.get(key, ())
    for key in ("attributes", "closure", "locals", "named"):
        yield from one.get(key, {}).values()
    for entry in one.get("entries", ()):
        yield from entry
    links = ("class", "code", "self", "function", "contents", "over", "referent", "base")
    for key in (*links, "awaits", "args", "cause", "context", "traceback"):
        if isinstance(one.get(key), int):
            yield one[key]
