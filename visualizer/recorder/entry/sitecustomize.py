"""Brings the recorder into a plain ``python prog.py``, and takes every trace of itself away.

``site`` imports the first ``sitecustomize`` on the path, which is this one: the session put this
folder in front on PYTHONPATH. So this module removes the folder and the environment variables,
starts the recorder, and then imports the ``sitecustomize`` that a plain run would have found. Where
there is none it says so to ``site`` as the import system would: with an ``ImportError``.
"""

import builtins
import os
import sys
from _frozen_importlib_external import PathFinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any


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

        def exec_module(module: "ModuleType") -> None:
            module.__dict__["__builtins__"] = self.builtins
            type(loader).exec_module(loader, module)

        loader.exec_module = exec_module
        return spec


def _bring_in(root: str, settings: "dict[str, Any]", spool_text: str) -> None:
    """Import and start the recorder with nothing of it left in the import system."""
    before = set(sys.modules)
    import gc

    # What the recorder is made of must not bring the program's own collections forward: it is
    # made without any, and then moved out of the youngest generation, where it would be counted.
    gc.disable()
    cached = set(sys.path_importer_cache)
    writes_bytecode = sys.dont_write_bytecode
    sys.dont_write_bytecode = False
    sys.path.insert(0, root)
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        from visualizer.recorder import start

        watch = start.prepare(settings, spool_text)
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
    gc.collect(0)
    gc.enable()


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
        return
    settings = marshal.loads(bytes.fromhex(settings_text))
    _clean_path(folder, settings["pythonpath"])
    if sys.implementation.name == "cpython" and sys.version_info >= (3, 13):
        _bring_in(settings["root"], settings, spool_text)


_run()
del sys.modules["sitecustomize"]
import sitecustomize  # type: ignore[import-not-found]  # noqa: E402, F401
