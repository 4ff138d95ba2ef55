"""An entry in the desktop's menu, with the icon and the file type of recordings (freedesktop.org).
The same files go into a package for all users and, on request, into one user's folder.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from visualizer.cli.arguments import FROM_DESKTOP
from visualizer.resources import resource

NAME = "visualizer"
_TOOLS = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
"""They announce the new entry; without them the desktop finds it later."""


def users_share() -> Path:
    """Return the folder of a user's own entries."""
    configured = os.environ.get("XDG_DATA_HOME", "")
    return Path(configured) if configured.startswith("/") else Path.home() / ".local" / "share"


def own_command() -> list[str]:
    """Return the command that starts the installed application, or the file of an AppImage."""
    appimage = os.environ.get("APPIMAGE")
    if appimage:
        return [appimage]
    beside = Path(sys.executable).with_name(NAME)
    return [str(beside)] if beside.is_file() else [sys.executable, "-I", "-m", NAME]


def install_menu_entry() -> list[Path]:
    """Add an entry for this installation to the user's menu; return the written files."""
    share = users_share()
    written = write_menu_entry(share, own_command())
    for tool, folder in _TOOLS:
        found = shutil.which(tool)
        if found:
            subprocess.run([found, share / folder], capture_output=True, check=False)
    return written


def write_menu_entry(share: Path, command: Sequence[str]) -> list[Path]:
    """Write all files below ``share``; return their paths."""
    configured = json.loads(resource("desktop.json").read_text(encoding="utf-8"))
    icons = share / "icons" / "hicolor" / "scalable"
    type_icon = configured["recording"]["type"].replace("/", "-")
    texts = {
        share / "applications" / f"{configured['id']}.desktop": desktop_entry(configured, command),
        share / "mime" / "packages" / f"{NAME}.xml": mime_type(configured),
        icons / "apps" / f"{configured['id']}.svg": _icon("visualizer"),
        icons / "mimetypes" / f"{type_icon}.svg": _icon("recording"),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def _icon(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def desktop_entry(configured: dict[str, Any], command: Sequence[str]) -> str:
    """Return the entry by the Desktop Entry Specification."""
    types = [configured["recording"]["type"], *configured["opens"]]
    lines = ["[Desktop Entry]", "Type=Application"]
    for key, texts in (("Name", configured["title"]), ("Comment", configured["summary"])):
        lines += (f"{key}{_of(one)}={text}" for one, text in texts.items())
    lines += (f"Keywords{_of(one)}={';'.join(w)};" for one, w in configured["keywords"].items())
    lines += [
        f"Exec={' '.join(map(_quoted, command))} {FROM_DESKTOP} %f",
        f"Icon={configured['id']}",
        f"Categories={';'.join(configured['categories'])};",
        f"MimeType={';'.join(types)};",
        "Terminal=false",
        f"StartupWMClass={NAME}",
    ]
    return "\n".join(lines) + "\n"


def _of(language: str) -> str:
    return "" if language == "en" else f"[{language}]"


def _quoted(argument: str) -> str:
    """Quote as the specification quotes arguments, then again as it quotes any value."""
    if argument.replace("/", "").replace("-", "").replace(".", "").isalnum() and argument.isascii():
        return argument
    for sign in ("\\", '"', "`", "$"):
        argument = argument.replace(sign, f"\\{sign}")
    quoted = '"' + argument.replace("%", "%%") + '"'
    return quoted.replace("\\", "\\\\")


def mime_type(configured: dict[str, Any]) -> str:
    """Return the file type of recordings by the Shared MIME-info Specification."""
    recording = configured["recording"]
    comments = "".join(
        f"    <comment{'' if one == 'en' else f' xml:lang="{one}"'}>{escape(text)}</comment>\n"
        for one, text in recording["title"].items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f'  <mime-type type="{recording["type"]}">\n{comments}'
        f'    <sub-class-of type="{recording["parent"]}"/>\n'
        f'    <icon name="{recording["type"].replace("/", "-")}"/>\n'
        f'    <glob pattern="*{recording["suffix"]}" weight="80"/>\n'
        "  </mime-type>\n"
        "</mime-info>\n"
    )
