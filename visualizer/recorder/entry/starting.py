"""Starts the recorder for ``sitecustomize.py``, in isolation where there is an engine."""

import builtins
import gc
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import ExtensionFileLoader, PathFinder, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any


_ENTRY = "sitecustomize"
_LAST_WORDS, _MOST_WORDS = 128, 3960
"""The spool's offset for a failure message, and its maximum length in bytes."""


class _Finder:
    """Gives the recorder's modules their own builtins: the program may replace its own."""

    def __init__(self) -> None:
        self.builtins = dict(vars(builtins))

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        """Return the spec of a module of the recorder; None for all others."""
        if name.partition(".")[0] != "visualizer":
            return None
        spec = PathFinder.find_spec(name, path, target)
        loader: Any = spec and spec.loader
        if loader is None or type(loader) is ExtensionFileLoader:
            return spec  # not found, or in C, which looks up no names

        def exec_module(module: "ModuleType") -> None:
            module.__dict__["__builtins__"] = self.builtins
            type(loader).exec_module(loader, module)

        loader.exec_module = exec_module
        return spec


def _classes() -> "dict[int, type]":
    """Return all classes by address, without calling methods of theirs."""
    found: dict[int, type] = {id(object): object}
    waiting: list[type] = [object]
    for cls in waiting:
        listed: list[type] = type.__subclasses__(cls)
        new = {id(one): one for one in listed if id(one) not in found}
        found |= new
        waiting += new.values()
    return found


def _start_without_engine(settings: "dict[str, Any]", spool_text: str, extra: "set[str]") -> None:
    """Start the recorder without an engine.

    Collects the garbage of importing, but no earlier garbage.
    """
    gc.freeze()
    try:
        _import_and_start(settings, spool_text, None, extra)
    finally:
        gc.collect()
        gc.unfreeze()


def _import_and_start(
    settings: "dict[str, Any]", spool_text: str, native: "Any", extra: "set[str]"
) -> None:
    """Import and start the recorder, leaving nothing in the import system.

    ``extra`` are modules of the library that were imported before, for the recorder alone.
    """
    before = set(sys.modules) - extra
    cached = set(sys.path_importer_cache)
    writes_bytecode = sys.dont_write_bytecode
    sys.dont_write_bytecode = False
    root = settings["root"]
    sys.path.insert(0, root)
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        from visualizer.recorder import start

        watch = start.prepare(settings, spool_text, native)
        _keep_compiled()
    finally:
        sys.dont_write_bytecode = writes_bytecode
        sys.path.remove(root)
        sys.meta_path.remove(finder)
        # The watch keeps them: unreferenced modules would be garbage for the collector.
        modules = [sys.modules.pop(name) for name in set(sys.modules) - before]
        modules.append(sys.modules[_ENTRY])
        for name in set(sys.path_importer_cache) - cached:
            del sys.path_importer_cache[name]
    try:
        watch.start(modules)
    except Exception:
        watch.stop()
        raise


def _containers(modules: "Sequence[ModuleType]") -> "list[object]":
    """Return the tracked objects of modules that were imported before the isolation.

    The first is this entry, whose names are its own; those of ``gc`` include lists of the program.
    """
    entry, found = vars(modules[0]), list[object]()
    specs = [entry.get("spec_")]
    found += [one for name, one in entry.items() if name[0] != "_" and type(one) in (list, dict)]
    for module in modules:
        names = vars(module)
        specs.append(names.get("__spec__"))
        found += [module, names]
        found += [one for one in names.values() if getattr(one, "__self__", None) is module]
    for spec in filter(None, specs):
        found += [spec, vars(spec), *(one for one in vars(spec).values() if type(one) is list)]
        if type(spec.loader) is SourceFileLoader:
            found += [spec.loader, vars(spec.loader)]
    return found


def _keep_compiled() -> None:
    """Cache the entry's bytecode: compiling creates a thousand types that stay."""
    spec = sys.modules[_ENTRY].__spec__
    loader: Any = spec and spec.loader
    loader.get_code(_ENTRY)


def _report_failure(spool: int, spool_text: str, error: Exception) -> None:
    """Write to the spool why the recorder could not start.

    Uses nothing of the recorder, any of which may have failed; ``wire`` defines the offsets.
    """
    why = f"the recorder could not be started: {type(error).__name__}: {error}".splitlines()[0]
    text = why.encode("utf-8", "backslashreplace")[:_MOST_WORDS]
    length = len(text).to_bytes(8, sys.byteorder)
    if sys.platform == "win32":
        import mmap

        name, _, size = spool_text.rpartition(":")
        with mmap.mmap(-1, int(size), tagname=name) as there:
            there[_LAST_WORDS + 8 : _LAST_WORDS + 8 + len(text)] = text
            there[_LAST_WORDS : _LAST_WORDS + 8] = length
    else:
        os.pwrite(spool, text, _LAST_WORDS + 8)
        os.pwrite(spool, length, _LAST_WORDS)


def start_(settings: "dict[str, Any]", spool_text: str, native: "Any", had_gc: bool) -> None:
    """Start the recorder; if that fails, the program runs without it.

    ``had_gc`` says whether the program would find the module ``gc`` imported.
    """
    # The recorder closes its own descriptor of the spool after mapping it.
    spool = -1 if sys.platform == "win32" else os.dup(int(spool_text))
    extra = set() if had_gc else {"gc"}
    try:
        known = settings["versions"]
        if sys.implementation.name != "cpython" or sys.version_info[:2] not in known:
            raise RuntimeError("it does not know this interpreter")
        if native is None:
            _start_without_engine(settings, spool_text, extra)
        else:
            before = _classes()
            _import_and_start(settings, spool_text, native, extra)
            ours = [one for address, one in _classes().items() if address not in before]
            for cls in (_Finder, *ours):
                native.hide_(cls)
            own = (sys.modules[_ENTRY], native, *(() if had_gc else (gc,)))
            for one in _containers(own):
                native.untrack_(one)
    except Exception as error:  # of any kind: the program must not notice
        for name in extra:
            sys.modules.pop(name, None)
        _report_failure(spool, spool_text, error)
    finally:
        if spool >= 0:
            os.close(spool)
