"""Starts the recorder in a plain ``python prog.py`` and removes every trace of doing so.

``site`` imports the first ``sitecustomize`` on the path, which is this one: the session put this
folder first on PYTHONPATH. So this module removes the folder and the environment variables, has
``starting.py`` start the recorder, and then imports the ``sitecustomize`` that a plain run would
have found. If there is none it raises ``ImportError`` to ``site``, as the import system would.

The interpreter keeps every name in a module's code for good, and every constant that looks like a
name; an equal text of the program would become immortal. So this module has only what must come
before the engine's isolation. It uses names that each interpreter has anyway, or that end in ``_``
as no word of a program does; words between spaces are no names (Objects/codeobject.c).
"""

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from _imp import create_dynamic, exec_dynamic, extension_suffixes

had_gc_ = "gc" in sys.modules
import gc  # noqa: E402
import marshal  # noqa: E402

words_ = "disable enable isenabled get_count".split(" ")  # noqa: SIM905
off_, on_, is_on_, count_ = (vars(gc)[word_] for word_ in words_)
was_on_ = is_on_()
young_ = count_()[0]
missing_ = {(3, 13): -35, (3, 14): -34, (3, 15): -33}
"""The difference between the young containers that the collector would have counted at the end of
this module, without a sitecustomize, and at its beginning (measured; Python/gc.c).
"""
off_()
try:
    # Removes the session's variables from the environment.
    text_ = os.environ.pop("VISUALIZER_SETTINGS", None)
    spool_ = os.environ.pop("VISUALIZER_SPOOL", None)
    pythonpath_ = os.environ.get("PYTHONPATH")
    engines_ = []  # type: list[str]  # an annotation would leave a function behind (PEP 649)
    if text_ is not None and spool_ is not None:
        pythonpath_, root_, engines_, added_, settings_ = marshal.loads(bytes.fromhex(text_))
        for name_ in added_:
            os.environ.pop(name_, None)

    folder_ = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry_ for entry_ in sys.path if os.path.abspath(entry_) != folder_]
    sys.path_importer_cache.pop(folder_, None)
    if pythonpath_ is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = pythonpath_

    if text_ is None or spool_ is None:
        if not had_gc_:
            del sys.modules["gc"]
    else:
        # The engine in C for this interpreter, loaded directly from its file.
        native_ = None
        installed_ = [f"{stem_}{end_}" for stem_ in engines_[:1] for end_ in extension_suffixes()]
        for path_ in installed_ + engines_[1:]:
            if not os.path.exists(path_):
                continue
            spec_ = ModuleSpec("visualizer.recorder.core.native", None, origin=path_)
            try:
                found_ = create_dynamic(spec_)
                exec_dynamic(found_)
            except ImportError:
                continue
            found_.__spec__ = found_.__loader__ = None
            if found_.fits_:
                native_ = found_
                break
            # Its functions refer to it: else the collector would find a cycle of ours.
            vars(found_).clear()
            del found_

        # With an engine, everything else happens in isolation.
        if native_ is not None:
            native_.enter_isolation_()
        try:
            writes_bytecode_ = sys.dont_write_bytecode
            sys.dont_write_bytecode = False
            try:
                path_ = os.path.normpath(f"{root_}/visualizer/recorder/entry/starting.py")
                code_ = SourceFileLoader(__name__, path_).get_code(__name__)
                starting_ = type(sys)("visualizer.recorder.entry.starting")
                exec(code_ or "", vars(starting_))
            finally:
                sys.dont_write_bytecode = writes_bytecode_
            starting_.start_(settings_, spool_, native_, had_gc_)
        finally:
            if native_ is not None:
                native_.leave_isolation_(young_ + missing_.get(sys.version_info[:2], 0))
finally:
    if was_on_:
        on_()
del sys.modules["sitecustomize"]
import sitecustomize  # type: ignore[import-not-found]  # noqa: E402, F401
