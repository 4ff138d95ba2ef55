"""Programs that print the state of their suspended objects, line by line, against the recording.

A line ``LOOK a b`` of a program becomes a line that prints every available fact about ``a``
and ``b``: a generator's state, line, variables and what it waits for, an iterator's position, the
references of an exception, … as ``tells NAME KEY VALUE``, and count, address and size. Addresses
take the place of the recording's serials. The printing code is text given to ``exec``, unobserved.
"""

import ast
import re

from tests.recorder.runs import Moment
from tests.recorder.samples import PRELUDE, sample
from visualizer.export.contents_json import object_json

FACTS = """
import asyncio, gc, inspect, os, sys, types, weakref

def at(thing):
    return None if thing is None else id(thing)

def places(names):
    return {name: id(value) for name, value in names.items()}

def facts(thing):
    kind = type(thing)
    for prefix, own, state, awaits in (
        ("gi", types.GeneratorType, inspect.getgeneratorstate, "_yieldfrom"),
        ("cr", types.CoroutineType, inspect.getcoroutinestate, "_await"),
        ("ag", types.AsyncGeneratorType, inspect.getasyncgenstate, "_await"),
    ):
        if kind is own:
            frame = getattr(thing, prefix + "_frame")
            running = prefix == "ag" and thing.ag_running
            paused = getattr(thing, prefix + "_suspended") or state(thing).endswith("CREATED")
            return {
                # What somebody waits for is running, also where its frame is paused.
                "state": "running" if running else state(thing).partition("_")[2].lower(),
                "line": frame.f_lineno if frame else 0,
                "locals": places(frame.f_locals) if frame and paused else {},
                "awaits": at(getattr(thing, prefix + awaits)),
            }
    if isinstance(thing, BaseException):
        links = ("cause", "context", "traceback")
        return {"args": at(thing.args)} | {n: at(getattr(thing, f"__{n}__")) for n in links}
    if kind is types.TracebackType:
        parts = {"tb_next": thing.tb_next, "tb_frame": thing.tb_frame}
        parts = {name: value for name, value in parts.items() if value is not None}
        positions = [*thing.tb_frame.f_code.co_positions()]
        line, end_line, column, end_column = positions[thing.tb_lasti // 2]
        position = f"{line} {column} {end_line} {end_column}"
        facts = {"tb_lineno": str(thing.tb_lineno), "position": position}
        return {"named": places(parts), "facts": facts}
    if kind is types.FrameType:
        code = thing.f_code
        told = {"co_name": code.co_name, "co_filename": os.path.basename(code.co_filename)}
        told["f_lineno"] = str(thing.f_lineno)
        # Its variables are its own once it has ended.
        over = any(type(one) is types.CodeType for one in gc.get_referents(thing)[:-1])
        return {"facts": told} | ({"named": places(thing.f_locals)} if over else {})
    if isinstance(thing, weakref.ref):
        return {"referent": at(thing())}
    if isinstance(thing, asyncio.Future):
        names = ("_coro", "_fut_waiter", "_result", "_exception", "_loop")
        own = {name: getattr(thing, name, None) for name in names}
        return {"parts of attributes": places({k: v for k, v in own.items() if v is not None})}
    if kind.__name__.endswith("iterator"):
        return walked(thing)
    return {}

def walked(thing):
    held = [one for one in gc.get_referents(thing) if one is not type(thing)]
    if not held:
        return {"over": None, "position": 0}
    if hasattr(type(thing), "__length_hint__") and not hasattr(type(thing), "__setstate__"):
        return {"over": id(held[0]), "position": len(held[0]) - thing.__length_hint__()}
    state = thing.__reduce__()
    # A reversed list's iterator keeps the list when it is used up.
    return {"over": id(held[0]), "position": state[2] if len(state) > 2 else -1}

def tell(name, thing):
    for key, value in facts(thing).items():
        print("tells", name, repr(key), repr(value))
"""
SERIALS = frozenset(("awaits", "over", "referent", "cause", "context", "traceback", "args"))


def with_facts(text: str) -> str:
    """Return the program with its ``LOOK`` lines written out."""

    def look(found: re.Match[str]) -> str:
        names = found[2].split()
        tells = "; ".join(f'tell("{name}", {name})' for name in names)
        return f"{found[1]}{tells}; {sample(*names)}"

    body = re.sub(r"^( *)LOOK (.*)$", look, text, flags=re.MULTILINE)
    return f"{PRELUDE}exec({FACTS!r})\n{body}"


def wrong_facts(moments: tuple[Moment, ...]) -> tuple[int, list[str]]:
    """Return the number of printed facts, and those that the recording contradicts."""
    checked, wrong = 0, []
    for moment in moments:
        for line in moment.printed.splitlines():
            if line.startswith("tells "):
                checked += 1
                _, name, rest = line.split(" ", 2)
                key, told = ast.literal_eval(rest.replace("' ", "', ", 1))
                found = recorded_fact(moment, name, key)
                if isinstance(found, dict) and key == "parts of attributes":
                    found = {one: found.get(one) for one in told}
                if found != told:
                    where = f"step {moment.step.number}, line {moment.step.line}"
                    wrong.append(f"{where}: {line}: recorded {found}")
    return checked, wrong


def recorded_fact(moment: Moment, name: str, key: str) -> object:
    """Return the recorded fact, with addresses in place of serials."""
    found = object_json(moment.object(name))
    value = found.get(key.removeprefix("parts of "))
    if key in SERIALS:
        return moment.heap[value].address if isinstance(value, int) else None
    if key in ("locals", "named", "parts of attributes"):
        table = value if isinstance(value, dict) else {}
        return {one: moment.heap[serial].address for one, serial in table.items()}
    return value
