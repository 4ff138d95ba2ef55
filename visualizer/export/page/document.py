"""Puts the data of a page, its style and the player into one HTML file.

Text of the program cannot act in it: the data are in a block that no browser runs, with every ``<``
and ``&`` escaped, the player makes only text nodes of them, and the content security policy
(https://www.w3.org/TR/CSP3/) permits only the script and the style with their hashes, and nothing
from outside.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping

from visualizer.export.page.pictures import Json
from visualizer.resources import resource
from visualizer.words import LANGUAGES, written_table

_WORDS = (
    *("command.first", "command.back", "command.forward", "command.last", "command.go_to_step"),
    *("level.name", "menu.language", "menu.step", "output.title", "output.empty"),
    *("step.title", "step.unchanged", "page.code", "page.picture", "page.theme", "page.place"),
    *("page.play", "page.pause", "page.output_cut", "page.language", "page.marks"),
    *(
        "page.bookmark",
        "page.question",
        "ask.answer",
        "ask.show",
        "ask.again",
        "ask.right",
        "ask.wrong",
    ),
    *("ask.number", "ask.value_name", "ask.value_hint", "ask.text", "ask.none_dies"),
)
_LEVELS = {"values": "level.1", "objects": "level.2", "counts": "level.3", "regions": "level.4"}
_RISKY = re.compile("[<>&\u2028\u2029]|[\ud800-\udfff]")
"""Characters that could end a script, or that UTF-8 cannot encode."""


def page_document(data: Json, *, language: str = "", theme: str = "") -> str:
    """Return the page of ``data``, which ``page_data`` returns.

    It begins in ``language`` and with ``theme`` (``light`` or ``dark``); if these are empty, with
    those of the browser.
    """
    from visualizer import __version__

    classes: list[str] = data["classes"]  # type: ignore[assignment]
    player, style = player_script(), _style(classes)
    whole = {
        **data,
        "languages": list(LANGUAGES),
        "words": _words(),
        "start": {"language": language, "theme": theme},
    }
    parts = {
        "policy": "; ".join(
            (
                "default-src 'none'",
                f"script-src '{_hash(player)}'",
                f"style-src '{_hash(style)}'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
        "generator": html.escape(f"visualizer {__version__}"),
        "title": html.escape(_printable(str(data["program"]))),
        "style": style,
        "without_script": html.escape(
            " ".join(written_table(one).words("page.without_script") for one in LANGUAGES)
        ),
        "data": _script_json(whole),
        "player": player,
    }
    return _filled(resource("player/page.html").read_text(encoding="utf-8"), parts)


def player_script() -> str:
    """Return the player that was built from the sources in ``resources/player``."""
    return resource("player/player.js").read_text(encoding="utf-8")


def _words() -> dict[str, list[str]]:
    tables = [written_table(language) for language in LANGUAGES]
    found = {key: [table.words(key) for table in tables] for key in _WORDS}
    for level, key in _LEVELS.items():
        found[f"page.level_{level}"] = [table.words(key) for table in tables]
    return found


def _style(classes: Iterable[str]) -> str:
    """Return the style sheet of shapes of these classes, with the colours of both themes."""
    themes = json.loads(resource("themes.json").read_text(encoding="utf-8"))
    light, dark = (_colours(themes[name]) for name in ("light", "dark"))
    names = "".join(f".c-{name}{{--c:var(--{name})}}" for name in themes["light"])
    edges = sorted(set(re.findall(r"\be-(\w+)", " ".join(classes))))
    names += "".join(f".e-{name}{{--e:var(--{name})}}" for name in edges)
    return (
        f":root{{color-scheme:light;{light}}}"
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-theme="light"])'
        f"{{color-scheme:dark;{dark}}}}}"
        f'@media screen{{:root[data-theme="dark"]{{color-scheme:dark;{dark}}}}}'
        f"{names}\n{resource('player/player.css').read_text(encoding='utf-8')}"
    )


def _colours(theme: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in theme.items())


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _script_json(data: object) -> str:
    """Return JSON for use within a script: nothing in it ends the script or begins another."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _printable(text: str) -> str:
    return "".join(one if one.isprintable() else "\ufffd" for one in text)


def _filled(template: str, parts: Mapping[str, str]) -> str:
    # Fill all gaps in one pass, so that inserted text is not filled again.
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], template)
