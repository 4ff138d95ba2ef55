"""Finds the names in the documents that the tree lacks.

Words in backticks count as our names where they look like one:

- a path (``visualizer/shell/playback/player.py``, ``labs/``, ``words_*.ts``), from the project's
  root, from ``visualizer/``, or a file's name alone where one file bears it;
- a module (``tests.benchmarks.page``), also within a command;
- a class (``Player``, ``Player.go_to``), a function with brackets (``explain_step()``), or a
  function or class next to its file (``visualizer/shell/playback/player.py``: ``Player.go_to``, or
  ``Player`` with the file in brackets after it), which that file must define.

A walk is a numbered list of such functions. Each must name the next, unless words in italics
before the next say how control gets there.
"""

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path, PurePosixPath

CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
IN_FILE = re.compile(r"`([\w./-]+\.(?:py|c))`: `([\w.]+)`")
OF_FILE = re.compile(r"`([\w.]+)(?:\(\))?` \(`([\w./-]+\.(?:py|c))`")
STEP = re.compile(r"^\d+\. (\*[^*]+\* )?`([\w./-]+\.(?:py|c))`: `([\w.]+)`", re.M)
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
ENDINGS = "py|pyi|c|h|md|toml|ts|json|yml|yaml|txt|png|svg|cfg|in|nsi|desktop"
FILE = re.compile(rf"[\w*-][\w.*-]*\.(?:{ENDINGS})")
MODULE = re.compile(r"(?<![\w./-])(?:visualizer|tests)(?:\.[a-zA-Z_]\w*)+")
CLASS = re.compile(r"([A-Z][a-z]\w*)(?:\.(\w+))?(?:\(.*\))?")
FUNCTION = re.compile(r"(?:([a-z_]\w*)\.)?([a-z_]\w*)\(.*\)")
C_FUNCTION = re.compile(r"^[a-zA-Z][\w *]*?\b(\w+)\([^;{]*\)\s*\{.*?^\}", re.M | re.S)
DEFINITION = re.compile(r"^ *(?:async def|def|class) (\w+)", re.M)
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = ast.stmt | ast.excepthandler | ast.match_case
"""The nodes that may hold statements. Expressions, most of a tree, never hold one."""
FOLDERS = ("visualizer", "tests", "packaging", "resources")
MADE = re.compile(r"wire\.h|uv\.lock|[\w*]+\.qm|native\..*")
"""Names of files that a build makes, or that a document calls missing."""


@dataclass(frozen=True)
class Definitions:
    """The lines of each definition in a Python or C file.

    Methods appear as ``Class.method`` and also as ``name()``.
    """

    text: str
    places: Mapping[str, slice]
    imported: frozenset[str] = frozenset()

    @classmethod
    def of(cls, path: Path) -> "Definitions":
        """Read one file; a program that does not compile defines nothing."""
        text = read_code(path)
        if path.suffix != ".py":
            found = [(one[1], slice(*one.span())) for one in C_FUNCTION.finditer(text)]
            return cls(text, dict(found) | {f"{name}()": place for name, place in found})
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            return cls(text, {})
        return cls(text, dict(_defined(tree, text)), frozenset(_imported(tree)))

    def source(self, name: str) -> str:
        """Return the text of a definition, or an empty text if the file has no such definition."""
        return self.text[self.places[name]] if name in self.places else ""


def read_code(path: Path) -> str:
    """Return the text of a program, whatever its encoding."""
    return path.read_text(encoding="utf-8", errors="replace")


def _defined(tree: ast.Module, text: str) -> Iterator[tuple[str, slice]]:
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for holder, node in statements(tree):
        assert node.end_lineno is not None
        place = slice(starts[node.lineno - 1], starts[node.end_lineno])
        for name in _names_of(node):
            yield name, place
            yield f"{holder}.{name}", place
            if isinstance(node, FUNCTIONS | ast.ClassDef):
                yield f"{name}()", place


def statements(node: ast.AST, holder: str = "") -> Iterator[tuple[str, ast.stmt]]:
    """Yield all statements, each with its class."""
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.stmt):
            yield holder, one
        if isinstance(one, BLOCKS):
            yield from statements(one, one.name if isinstance(one, ast.ClassDef) else holder)


def _names_of(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement defines: class, function, names, attributes of ``self``."""
    if isinstance(node, FUNCTIONS | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.TypeAlias):
        yield node.name.id
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for one in (inner for target in targets for inner in ast.walk(target)):
            if isinstance(one, ast.Name | ast.Attribute) and isinstance(one.ctx, ast.Store):
                yield one.id if isinstance(one, ast.Name) else one.attr


def _imported(tree: ast.Module) -> Iterator[str]:
    for _, node in statements(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)


@dataclass(frozen=True)
class Tree:
    """The project's files and their definitions. ``files`` are paths from the root."""

    root: Path
    files: frozenset[str]
    folders: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        parents = {str(one) for file in self.files for one in PurePosixPath(file).parents}
        object.__setattr__(self, "folders", frozenset(parents - {"."}))

    @classmethod
    def at(cls, root: Path) -> "Tree":
        """Collect the files of the project's folders and of the root, without ``__pycache__``."""
        inside = (
            one for name in (*FOLDERS, "docs", ".ci", ".github") for one in (root / name).rglob("*")
        )
        found = (one for one in (*root.glob("*"), *inside) if one.is_file())
        paths = (one.relative_to(root) for one in found if "__pycache__" not in one.parts)
        return cls(root, frozenset(path.as_posix() for path in paths))

    def has_path(self, name: str) -> bool:
        """Whether the file or folder exists or, for a bare name, exactly one file has it."""
        name = name.rstrip("/")
        known = self.files | self.folders
        if "*" in name:
            return any(PurePosixPath(one).full_match(f"**/{name}") for one in known)
        if name in known or f"visualizer/{name}" in known:
            return True
        return "/" not in name and len(self.bearers(name)) == 1

    def bearers(self, name: str) -> list[str]:
        """Return the files of that name; files of the application hide those of the tests."""
        named = self._named.get(name, [])
        return [one for one in named if not one.startswith("tests/")] or named

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.files:
            found.setdefault(one.rpartition("/")[2], []).append(one)
        return found

    def has_module(self, name: str) -> bool:
        """Whether a dotted name is a module, a package, or a definition of a module."""
        path = name.replace(".", "/")
        if path in self.folders or f"{path}.py" in self.files:
            return True
        home, _, last = path.rpartition("/")
        return any(
            last in self.definitions(file).places
            for file in (f"{home}.py", f"{home}/__init__.py")
            if file in self.files
        )

    def definitions(self, file: str) -> Definitions:
        """Return the definitions of a file."""
        return _definitions(self.root / file)

    def defines(self, name: str) -> bool:
        """Whether a name is defined or imported anywhere, or is a builtin."""
        bare = name.removesuffix("()")
        found = map(self.definitions, self._likely(bare.rpartition(".")[2]))
        return bare in dir(builtins) or any(
            name in one.places or name in one.imported for one in found
        )

    def _likely(self, word: str) -> Iterator[str]:
        """Yield the files that may define a word, likeliest first."""
        yield from self._defining.get(word, ())
        yield from (file for file, text in self._texts.items() if word in text)

    @cached_property
    def _defining(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for file, text in self._texts.items():
            for word in DEFINITION.findall(text):
                found.setdefault(word, []).append(file)
        return found

    @cached_property
    def _texts(self) -> dict[str, str]:
        code = (file for file in sorted(self.files) if file.endswith((".py", ".c")))
        return {file: read_code(self.root / file) for file in code}


@cache
def _definitions(path: Path) -> Definitions:
    return Definitions.of(path)


def missing(text: str, tree: Tree) -> list[str]:
    """List the names in a document that the tree lacks, in order."""
    text = _without_blocks(text)
    found = [name for name in CODE.findall(text) if not _is_there(name, tree)]
    pairs = [*IN_FILE.findall(text), *((file, name) for name, file in OF_FILE.findall(text))]
    for file, name in pairs:
        if tree.has_path(file) and name not in _in_file(file, tree).places:
            found.append(f"{file}: {name}")
    return found


def broken_walks(text: str, tree: Tree) -> list[str]:
    """List the steps of walks that the step before does not name."""
    found = []
    before = ""
    for aside, file, name in _steps(text):
        last = name.rpartition(".")[2]
        if not aside and not re.search(rf"\.{last}\b|\b{last}\(", before):
            found.append(f"{file}: {name}")
        before = _in_file(file, tree).source(name)
    return found


def _steps(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield for each step its words in italics (or "begins"), its file and its function."""
    for step in STEP.finditer(text):
        begins = "begins" if step[0].startswith("1. ") else ""
        yield step[1] or begins, step[2], step[3]


def longest_walk(text: str) -> int:
    """How many functions the longest walk names."""
    return max((int(step[0].partition(".")[0]) for step in STEP.finditer(text)), default=0)


def missing_links(path: Path) -> list[str]:
    """List the missing files that a document links to."""
    text = _without_blocks(path.read_text(encoding="utf-8"))
    targets = (one for one in LINK.findall(text) if "://" not in one)
    return [one for one in targets if not (path.parent / one).exists()]


def _without_blocks(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)


def _in_file(file: str, tree: Tree) -> Definitions:
    names = (file, f"visualizer/{file}", *tree.bearers(file))
    return tree.definitions(next(one for one in names if one in tree.files))


def _is_there(name: str, tree: Tree) -> bool:
    if not all(tree.has_module(one) for one in MODULE.findall(name)):
        return False
    words = [word.strip("…,;:") for word in name.split()]
    if len(words) > 1:
        ours = (one for one in words if _is_ours(one, tree))
        return all(tree.has_path(one) or _is_made(one) for one in ours)
    if _is_ours(name, tree) or FILE.fullmatch(name):
        return tree.has_path(name) or _is_made(name)
    if found := CLASS.fullmatch(name):
        whole = found[1] if found[2] is None else f"{found[1]}.{found[2]}"
        return tree.defines(whole) or found[1] in dir(builtins)
    if found := FUNCTION.fullmatch(name):
        # After a dot the name is a method, or a function of a library.
        return found[1] is not None or tree.defines(f"{found[2]}()")
    return True


def _is_made(name: str) -> bool:
    return MADE.fullmatch(PurePosixPath(name).name) is not None


def _is_ours(name: str, tree: Tree) -> bool:
    """Whether the name is a path within the project's own folders or within a room."""
    first = name.partition("/")[0]
    return (
        PATH.fullmatch(name) is not None
        and "/" in name
        and (first in (*FOLDERS, "docs") or f"visualizer/{first}" in tree.folders)
    )
