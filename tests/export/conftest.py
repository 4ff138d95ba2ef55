"""Options of the tests of the exporters."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option with Online Python Tutor's tracer, which makes the golden traces."""
    group = parser.getgroup("visualizer")
    group.addoption(
        "--opt-peer",
        type=Path,
        metavar="OPT_RUN.py",
        help="make tests/programs/opt/*.opt.json anew with this tracer before comparing",
    )
    group.addoption(
        "--opt-python",
        metavar="PYTHON",
        default="python3.12",
        help="the Python for it: 3.11 or 3.12; a newer one writes only the traces that differ",
    )
