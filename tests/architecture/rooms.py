"""The rooms and their allowed imports, from pyproject.toml."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
ROWS: dict[str, list[str]] = CONTRACTS["table"]["rows"]
# Highest first: each may import those after it.
LAYERS = [layer.strip("()") for layer in CONTRACTS["order"]["layers"]]
QT_ROOMS = {"__main__", "charts", "cli", "diagram", "shell"}
# Rooms that are one file.
MODULES = {"__main__", "cli", "resources"}
