"""Brings the recorder into a plain ``python prog.py``, and takes every trace of itself away.

``site`` imports the first ``sitecustomize`` on the path, which is this one: the session put this
folder in front on PYTHONPATH. So this module removes the folder and the environment variables,
starts the recorder, has the collector count as if nothing had been, and then imports the
``sitecustomize`` that a plain run would have found. Where there is none it says so to ``site`` as
the import system would: with an ``ImportError``.
"""

import builtins
import os
import sys
from _frozen_importlib_external import ExtensionFileLoader, PathFinder

_HAD_GC = "gc" in sys.modules
import gc  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any


_WAS_ENABLED = gc.isenabled()
_COUNTS = gc.get_count()
gc.disable()

_MISSING = -68
"""What the count would be now, had no ``sitecustomize`` been found, less what it is (measured)."""
_BALLAST = 4_000
_SPARE = (0, 8, 1, 9, 9, 8, 2, 1, 10)
"""How many lists, dicts and tuples of one, two, … items a step needs at a time (measured)."""
_BLOCK_SIZES = range(32, 272, 16)
_POOL, _POOL_HEADER = 1 << 14, 48
"""Bytes; a pool begins with what the interpreter notes of it (pycore_obmalloc.h)."""
_MOST_BLOCKS = 20_000


def _clean_path(folder: str, pythonpath: str | None) -> None:
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != folder]
    sys.path_importer_cache.pop(folder, None)
    if pythonpath is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = pythonpath


class _Finder:
    """Gives the recorder's modules builtins of their own: the program may replace its own."""

    def __init__(self) -> None:
        self.builtins = dict(vars(builtins))

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        """The specification of a module of the recorder; None for all others."""
        if name.partition(".")[0] != "visualizer":
            return None
        spec = PathFinder.find_spec(name, path, target)
        loader: Any = spec and spec.loader
        if loader is None or type(loader) is ExtensionFileLoader:
            return spec  # not there, or in C, which looks up no names

        def exec_module(module: "ModuleType") -> None:
            module.__dict__["__builtins__"] = self.builtins
            type(loader).exec_module(loader, module)

        loader.exec_module = exec_module
        return spec


class _FreeLists:
    """The containers that the interpreter keeps for the next list, dict or tuple.

    They are taken before the recorder is imported and given back at the end, in their order, so
    that the program's containers come from where they come from in a plain run.
    """

    def __init__(self) -> None:
        makers = [_new_list, _new_dict, *map(_maker_of_tuples, range(1, 21))]
        self._taken = [(make, _take_all(make)[0]) for make in makers]

    def give_back(self, kept: "list[object]", spare: "list[object]") -> None:
        """What is left over must be kept, or be spare: freed, it would be on the free lists."""
        for n, (make, taken) in enumerate(self._taken):
            left, made = _take_all(make)
            left += made
            needed = _SPARE[n] if n < len(_SPARE) else 1
            kept += left[needed:]
            spare += left[:needed]
            while taken:
                taken.pop()
        kept.append(self)


class _Blocks:
    """The memory that is free in pools of which other parts are in use, by size of its blocks.

    It is taken before the recorder is imported and given back at the end, in its order, while what
    the recorder has freed in between stays taken: else the program's objects would come to lie in
    many pools with little room each, of which another may come first after each object that goes
    (Objects/obmalloc.c).
    """

    def __init__(self) -> None:
        self._taken = [_take_blocks(size) for size in _BLOCK_SIZES]

    def give_back(self, kept: "list[object]") -> None:
        """Keep what else is free by now."""
        kept += [_take_blocks(size) for size in _BLOCK_SIZES]
        while self._taken:
            self._taken.pop().clear()


def _take_blocks(size: int) -> "list[int]":
    """All free blocks of a size, up to the first pool of which nothing is used."""
    model = (1 << 30 * ((size - 24) // 4)) - 1
    found: list[int] = []
    while len(found) < _MOST_BLOCKS:
        begin = max(len(found) - 2, 0)
        found += [-model for _ in range(64)]
        for n in range(begin, len(found) - 2):
            first = id(found[n])
            second, third = id(found[n + 1]), id(found[n + 2])
            if first % _POOL == _POOL_HEADER and second - first == third - second == size:
                del found[n:]
                return found
    return found


def _new_list() -> object:
    return []  # list() would not ask the free list


def _new_dict() -> object:
    return {}


def _maker_of_tuples(n: int) -> "Callable[[], object]":
    items = [None] * n
    return lambda: tuple(items)


def _take_all(make: "Callable[[], object]") -> "tuple[list[object], list[object]]":
    """All there is on a free list, top first, and what was newly made to see that it was all."""
    found: list[object] = []
    while True:
        before = gc.get_count()[0]
        found += [make() for _ in range(64)]
        made = gc.get_count()[0] - before
        if made > 0:
            return found[: len(found) - made], found[len(found) - made :]


def _set_counts() -> None:
    """Have the collector count its own runs as if there were no recorder, and nothing young.

    A count can only be lowered by a collection or by freezing; the collections of a youngest
    generation without anything in it raise that of the next (Python/gc.c of 3.13).
    """
    gc.freeze()
    gc.unfreeze()
    for generation in (1, 0):
        for _ in range(_COUNTS[generation + 1]):
            gc.collect(generation)


def _bring_in(root: str, settings: "dict[str, Any]", spool_text: str) -> None:
    """Import and start the recorder with nothing of it left in the import system."""
    blocks = _Blocks()
    free_lists = _FreeLists()
    before = set(sys.modules) - (set() if _HAD_GC else {"gc"})
    cached = set(sys.path_importer_cache)
    writes_bytecode = sys.dont_write_bytecode
    sys.dont_write_bytecode = False
    sys.path.insert(0, root)
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        from visualizer.recorder import start

        watch = start.prepare(settings, spool_text)
        _keep_compiled()
    finally:
        sys.dont_write_bytecode = writes_bytecode
        sys.path.remove(root)
        sys.meta_path.remove(finder)
        # Kept by the watch: modules that nothing holds would be garbage for the collector.
        modules = [sys.modules.pop(name) for name in set(sys.modules) - before]
        modules.append(sys.modules[__name__])
        for name in set(sys.path_importer_cache) - cached:
            del sys.path_importer_cache[name]
    watch.start(modules)
    watch.ballast.fill(_BALLAST)
    free_lists.give_back(watch.ballast.kept, watch.ballast.spare)
    _set_counts()
    while gc.get_count()[0] < _COUNTS[0] + _MISSING:
        watch.ballast.goes(1)
    blocks.give_back(watch.ballast.kept)


def _keep_compiled() -> None:
    """Have this module compiled for the next time: compiling makes a thousand types that stay."""
    spec = sys.modules[__name__].__spec__
    loader: Any = spec and spec.loader
    loader.get_code(__name__)


def _settings() -> tuple[str | None, str | None]:
    """The texts that the session left in the environment, taken out of it."""
    return (
        os.environ.pop("VISUALIZER_SETTINGS", None),
        os.environ.pop("VISUALIZER_SPOOL", None),
    )


def _run() -> None:
    import marshal

    folder = os.path.dirname(os.path.abspath(__file__))
    settings_text, spool_text = _settings()
    if settings_text is None or spool_text is None:
        _clean_path(folder, os.environ.get("PYTHONPATH"))
        if not _HAD_GC:
            del sys.modules["gc"]
        return
    settings = marshal.loads(bytes.fromhex(settings_text))
    _clean_path(folder, settings["pythonpath"])
    if sys.implementation.name == "cpython" and sys.version_info >= (3, 13):
        _bring_in(settings["root"], settings, spool_text)


try:
    _run()
finally:
    if _WAS_ENABLED:
        gc.enable()
del sys.modules["sitecustomize"]
import sitecustomize  # type: ignore[import-not-found]  # noqa: E402, F401
