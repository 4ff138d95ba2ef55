"""Finds calls that may have side effects: write or remove files, start other programs.

It recognizes names in the text and never runs it. So it may find harmless calls, and misses calls
through other names.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.model import parse_program

_LONGEST = 48
"""The maximum number of characters shown of a call."""

_OPENERS = {"open", "io.open", "codecs.open", "gzip.open", "bz2.open", "lzma.open", "tarfile.open"}
_OPENERS |= {"zipfile.ZipFile", "shelve.open", "dbm.open", "os.fdopen", "wave.open"}
_WRITES_AS_USUAL = {"shelve.open"}
_CALLS = {
    f"os.{name}"
    for name in (
        *("remove", "unlink", "rename", "renames", "replace", "mkdir", "makedirs", "rmdir"),
        *("removedirs", "truncate", "link", "symlink", "chmod", "chown", "utime", "open", "mkfifo"),
        *("system", "popen", "kill", "killpg", "fork", "startfile", "posix_spawn", "posix_spawnp"),
    )
}
_CALLS |= {"urllib.request.urlretrieve", "logging.FileHandler", "exec", "eval"}
_CALLS |= {"numpy.save", "numpy.savez", "numpy.savez_compressed", "numpy.savetxt"}
_PREFIXES = (
    "os.exec",
    "os.spawn",
    "shutil.",
    "subprocess.",
    "tempfile.",
    "multiprocessing.Process",
)
_HARMLESS = {"shutil.which", "shutil.disk_usage", "shutil.get_terminal_size", "tempfile.gettempdir"}
_HARMLESS |= {"subprocess.list2cmdline"}
_METHODS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "touch",
    "unlink",
    "rmdir",
    "rename",
    "symlink_to",
}
_METHODS |= {"hardlink_to", "to_csv", "to_excel", "to_json", "to_parquet", "to_pickle", "to_hdf"}
_METHODS |= {"savefig", "extractall"}
_WRITING = set("wax+")


@dataclass(frozen=True, slots=True)
class Deed:
    """A call that may have side effects: its ``line`` from 1, the function, and its text."""

    line: int
    called: str
    text: str


def deeds_in(text: str) -> tuple[Deed, ...]:
    """Return all such calls in order; none if the text does not compile."""
    try:
        tree = parse_program(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ()
    names = _imported(tree)
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = _name(call.func, names)
        if _does(call, called):
            source = ast.unparse(call)
            short = source if len(source) <= _LONGEST else f"{source[: _LONGEST - 1]}\u2026"
            found.append(Deed(call.lineno, called, short))
    return tuple(sorted(found, key=lambda deed: deed.line))


def _imported(tree: ast.Module) -> dict[str, str]:
    """Map the imported names to what they refer to."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                names[one.asname or one.name.partition(".")[0]] = (
                    one.name if one.asname else one.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for one in node.names:
                if one.name == "*":
                    names |= dict(_of_module(node.module))
                else:
                    names[one.asname or one.name] = f"{node.module}.{one.name}"
    return names


def _of_module(module: str) -> Iterator[tuple[str, str]]:
    for full in (*_CALLS, *_OPENERS):
        home, _, name = full.rpartition(".")
        if home == module:
            yield name, full


def _name(func: ast.expr, names: dict[str, str]) -> str:
    """Return the full name of the called function if it is known; for a method its own name."""
    parts: list[str] = []
    while isinstance(func, ast.Attribute):
        parts.append(func.attr)
        func = func.value
    if isinstance(func, ast.Name):
        if func.id in names or not parts:
            return ".".join((names.get(func.id, func.id), *reversed(parts)))
        return f".{parts[0]}"
    return f".{parts[0]}" if parts else ""


def _does(call: ast.Call, called: str) -> bool:
    method = called.rpartition(".")[2]
    if called in _OPENERS:
        return _opens_to_write(call, 1, called in _WRITES_AS_USUAL)
    if called in _HARMLESS:
        return False
    if called in _CALLS or called.startswith(_PREFIXES):
        return True
    if called == "sqlite3.connect":
        return not (call.args and _text(call.args[0]) == ":memory:")
    if called == "logging.basicConfig":
        return any(word.arg == "filename" for word in call.keywords)
    if method == "open":
        return "." in called and _opens_to_write(call, 0, usual=False)
    if called == ".replace":
        # The ``replace`` of a str has two arguments.
        return len(call.args) == 1 and not call.keywords
    return "." in called and method in _METHODS


def _opens_to_write(call: ast.Call, place: int, usual: bool) -> bool:
    """Whether the mode opens a file for writing; a computed mode may."""
    modes = [word.value for word in call.keywords if word.arg in ("mode", "flag")]
    if len(call.args) > place:
        modes.append(call.args[place])
    if not modes:
        return usual or any(word.arg is None for word in call.keywords)
    text = _text(modes[0])
    return text is None or bool(_WRITING & set(text.partition(":")[0].partition("|")[0]))


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
