"""The shape of a stored report of this lab: nothing in such a file is trusted."""

from visualizer.labs.concurrency.contestants import CONTESTANTS
from visualizer.labs.concurrency.workloads import WORKLOADS
from visualizer.labs.reading import MACHINE, amount, count, pair, text

_FEW = count(1_000)
_SPAN = {"worker": text, "start": amount, "end": amount}
_ROW = {
    "contestant": tuple(one.key for one in CONTESTANTS),
    "published": (None, amount),
    "start_up": (None, amount),
    "error": (None, text),
    "cpu_seconds": [amount],
    "spans": [{**_SPAN, "step": _FEW}],
    "turns": (
        None,
        {"running": [_SPAN], "switches": lambda one: type(one) is int, "at_once": amount},
    ),
}
SHAPE = {
    "lab": "concurrency",
    "host": MACHINE,
    "settings": {
        "workload": tuple(WORKLOADS),
        "scale": lambda one: amount(one) and one > 0,
        "jobs": _FEW,
        "steps": _FEW,
        "repeats": (None, _FEW),
        "start_method": (None, text),
        "two_process_speedup": (None, amount),
    },
    "results": [
        (
            {**_ROW, "seconds": [], "median": None, "ci95": None},
            {**_ROW, "seconds": [amount], "median": amount, "ci95": pair},
        )
    ],
}
