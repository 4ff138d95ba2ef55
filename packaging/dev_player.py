"""Build the player of pages: `resources/player/*.ts` into one script for every page.

TypeScript checks the types and esbuild bundles; both come from npm, pinned with their hashes in
`packaging/player/`. Only changing the player needs Node: `player.js` is in git and in the wheel. A
test compares the hash in its first line with that of its sources.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
SOURCES = PACKAGING.parent / "resources" / "player"
BUILT = SOURCES / "player.js"
TOOLS = PACKAGING / "player"
INSTALLED = PACKAGING.parent / ".build" / "player"
_PINS = ("package.json", "package-lock.json")


class NotBuilt(Exception):
    """The player could not be built; the message says why."""


def hash_of_sources(folder: Path = SOURCES) -> str:
    """Return the hash of the sources of `player.js` and of the pinned tools."""
    whole = hashlib.sha256()
    for path in (*sorted(folder.glob("*.ts")), folder / "tsconfig.json", TOOLS / _PINS[1]):
        text = path.read_text(encoding="utf-8").encode()
        whole.update(f"{path.name} {len(text)}\n".encode() + text)
    return whole.hexdigest()


def hash_in(built: Path = BUILT) -> str:
    """Return the hash of the sources in a built player; empty if it has none."""
    first = built.read_text(encoding="utf-8").partition("\n")[0]
    return first.partition("sources ")[2].partition(" ")[0]


def build_player() -> None:
    """Check the types, then bundle."""
    tools = _install()
    _run(tools / "tsc", "--project", SOURCES)
    fresh = INSTALLED / "player.js"
    options = ("--bundle", "--minify", "--format=iife", "--target=es2021", "--charset=ascii")
    _run(
        tools / "esbuild",
        SOURCES / "player.ts",
        *options,
        f"--outfile={fresh}",
        "--log-level=warning",
    )
    stamp = f"/* visualizer: built from sources {hash_of_sources()} */\n"
    # One line end on every system: the page permits the script by its hash.
    BUILT.write_bytes((stamp + fresh.read_text(encoding="utf-8").strip() + "\n").encode())


def _install() -> Path:
    """Install the pinned tools, and return the folder of their commands."""
    commands = INSTALLED / "node_modules" / ".bin"
    pins = [(TOOLS / name).read_bytes() for name in _PINS]
    there = [INSTALLED / name for name in _PINS]
    is_there = commands.is_dir() and all(path.is_file() for path in there)
    if is_there and [path.read_bytes() for path in there] == pins:
        return commands
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for path, pin in zip(there, pins):
        path.write_bytes(pin)
    npm = shutil.which("npm")
    if npm is None:
        raise NotBuilt("npm: not there; install Node 20 or newer, which building the player needs")
    _run(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error", folder=INSTALLED)
    return commands


def _run(*command: str | Path, folder: Path = SOURCES) -> None:
    answer = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=600,
    )
    if answer.returncode:
        said = answer.stdout.decode(errors="replace").strip()
        raise NotBuilt(f"{Path(command[0]).name}: {said}")
