"""Every message of the command line, found in the source."""

import ast
from argparse import SUPPRESS
from collections.abc import Iterator, Set
from importlib import import_module
from pathlib import Path

import visualizer
from visualizer import model
from visualizer.cli.arguments import PARSERS, main_parser
from visualizer.cli.lab_arguments import LAB_PARSERS

ERRORS = {
    name
    for name, found in vars(import_module("visualizer.model.errors")).items()
    if isinstance(found, type) and issubclass(found, model.VisualizerError)
}
PACKAGE = Path(visualizer.__file__).parent
# The window has words of its own.
PAGES = ("cli", "embedding", "export", "lessons", "model", "recording", "session")


def templates() -> set[str]:
    """Return every template of an error and of the command line's own words."""
    found = {*_in_help(), *model.EndReason}
    for room in PAGES:
        for path in sorted(PACKAGE.joinpath(room).rglob("*.py")):
            makers = ERRORS | {"LessonFault", "later", "translated", "wrong", "refusal", "__init__"}
            found |= set(_in_file(path, makers))
    for path in sorted(PACKAGE.joinpath("labs", "shared_memory").rglob("*.py")):
        if "programs" not in path.parts:
            found |= set(_in_file(path, {"Failure", "phrase"}))
    return found


def _in_help() -> Iterator[str]:
    """Yield the texts that --help shows for the command and for each verb and lab."""
    for make in (main_parser, *PARSERS.values(), *LAB_PARSERS.values()):
        parser = make()
        texts = [parser.usage, parser.description, parser.epilog]
        texts += [group.title for group in (parser.arguments, parser.choices)]
        texts += [one.help for one in parser._actions if one.help != SUPPRESS]
        yield from filter(None, texts)


def _in_file(path: Path, makers: Set[str]) -> Iterator[str]:
    name = ".".join(("visualizer", *path.relative_to(PACKAGE).with_suffix("").parts))
    module = import_module(name.removesuffix(".__init__"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).rpartition(".")[2]
            if called in makers:
                yield from _text(node.args[0], vars(module))


def _text(node: ast.expr, names: dict[str, object]) -> Iterator[str]:
    """Yield the text of an expression of literals and constants."""
    if any(isinstance(part, ast.Call | ast.Attribute | ast.Subscript) for part in ast.walk(node)):
        return
    if all(part.id in names for part in ast.walk(node) if isinstance(part, ast.Name)):
        found = eval(compile(ast.Expression(node), "<text>", "eval"), dict(names))
        if isinstance(found, str):
            yield found
