"""The directive ``memory`` for Sphinx: a program in a textbook's source becomes a player.

``extensions = ["visualizer.embedding.sphinx"]`` in ``conf.py`` brings it; the build runs the
program. HTML pages show the player, which lies beside them; other builders print the program
(https://www.sphinx-doc.org/en/master/development/tutorials/extending_build.html).
"""

import hashlib
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from sphinx.util.typing import ExtensionMetadata, OptionSpec
from sphinx.writers.html5 import HTML5Translator

from visualizer import __version__
from visualizer.cli.language import error_text, translated
from visualizer.embedding.program_page import (
    CHOICES,
    NoPlayer,
    PlayerOptions,
    check_steps,
    linked_frame,
    program_page,
)
from visualizer.model import not_read

_FOLDER = "_memory"
"""The folder next to the built pages."""
_OTHERS = ("latex", "text", "man", "texinfo")
"""Builders without frames."""


class _Player(nodes.General, nodes.Element):
    """A player; within it stands the program, for builders without frames."""


class _Memory(SphinxDirective):
    """``.. memory:: [FILE]`` with a program as its content, or in a file beside the document."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "level": lambda text: directives.choice(text, CHOICES["level"]),
        "steps": check_steps,
        "language": lambda text: directives.choice(text, CHOICES["language"]),
        "theme": lambda text: directives.choice(text, CHOICES["theme"]),
        "height": directives.positive_int,
        "caption": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        name, source = self._program()
        chosen = {key: value for key, value in self.options.items() if key != "caption"}
        options = PlayerOptions(**chosen)
        try:
            page = _page(self.env.doctreedir, name, source, options)
        except NoPlayer as error:
            raise self.error(str(error)) from error
        program = nodes.literal_block(source, source, language="python")
        player = _Player("", program, page=str(page), height=options.height, program=name)
        caption = self.options.get("caption")
        if caption is None:
            return [player]
        return [player, nodes.caption(caption, caption, classes=["memory-caption"])]

    def _program(self) -> tuple[str, str]:
        if bool(self.arguments) == bool(self.content):
            raise self.error(
                translated("memory takes a program as its content, or a file; one of them")
            )
        if self.content:
            return f"{Path(self.env.docname).name}.py", "\n".join(self.content) + "\n"
        shown, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(shown)
        try:
            return Path(path).name, Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeError) as error:
            raise self.error(error_text(not_read(shown, error))) from error


def _page(folder: Path, name: str, source: str, options: PlayerOptions) -> Path:
    """Return the file of a program's page; one that is there already is not made again."""
    made_of = repr((__version__, name, source, asdict(options)))
    key = hashlib.sha256(made_of.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    file = Path(folder, _FOLDER, f"{key}.html")
    if not file.exists():
        page = program_page(source, options, name=name)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(page.html, encoding="utf-8")
        part.replace(file)
    return file


def _visit(translator: HTML5Translator, node: _Player) -> None:
    made, builder = Path(node["page"]), translator.builder
    target = Path(builder.outdir, _FOLDER, made.name)
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(made, target)
    here = builder.get_target_uri(translator.docnames[0])
    address = relative_uri(here, f"{_FOLDER}/{made.name}")
    title = translated("player of {program}", program=node["program"])
    translator.body.append(linked_frame(address, title, node["height"]))
    raise nodes.SkipNode


def _leave(translator: object, node: nodes.Element) -> None:
    """Do nothing: a player has no contents."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Give Sphinx the directive."""
    others: Any = dict.fromkeys(_OTHERS, (_leave, _leave))
    app.add_node(_Player, html=(_visit, _leave), **others)
    app.add_directive("memory", _Memory)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
