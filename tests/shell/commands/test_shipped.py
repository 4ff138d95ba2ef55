"""The list in About: from a package's bill of materials, else from the installed packages."""

import json
from functools import cache
from pathlib import Path

import pytest

from visualizer.shell.commands.about_window import Package, everything_shipped, shipped

installed = cache(shipped)
PARTS = [
    {"name": "CPython", "version": "3.14.1", "licenses": [{"expression": "PSF-2.0"}]},
    {"name": "a/b", "version": "2", "licenses": [{"license": {"name": "its own words"}}]},
]


def test_a_package_has_the_licences_of_the_libraries_in_it() -> None:
    (library,) = (one for one in installed() if one.name == "zlib-ng")
    assert {path.parent.name for path in library.texts} == {"licenses", "zlib-ng"}


def test_a_bill_names_all_that_came_along_with_the_words_of_its_licences(tmp_path: Path) -> None:
    (tmp_path / "bill.cdx.json").write_text(json.dumps({"components": PARTS}))
    text = tmp_path / "licences" / "CPython-3.14.1" / "LICENSE.txt"
    text.parent.mkdir(parents=True)
    text.write_text("PSF")
    assert everything_shipped(tmp_path) == (
        Package("CPython", "3.14.1", "PSF-2.0", (text,)),
        Package("a/b", "2", "its own words"),
    )


@pytest.mark.parametrize("bill", [None, "", "[]", "{}", '{"components": [{"name": 5}]}', "null"])
def test_without_a_readable_bill_it_lists_the_installed_packages(
    tmp_path: Path, bill: str | None
) -> None:
    if bill is not None:
        (tmp_path / "bill.cdx.json").write_text(bill)
    assert everything_shipped(tmp_path) == installed()
    numpy = next(one for one in installed() if one.name == "numpy")
    assert any("Redistribution" in text.read_text() for text in numpy.texts)
