"""Of many objects the engine looks only at what lies in memory that was written (pages.c)."""

from pathlib import Path

import pytest

from tests.recorder.runs import Recorded, record, write_program
from visualizer.model.content import Sequence

pytestmark = pytest.mark.needs_core

MANY = """\
import os
many = [[n] for n in range(6000)]
large = [None] * 20_000
"""


def lengths(run: Recorded, name: str, lines: range) -> list[int]:
    """How long a list is before each of these lines."""
    return [run.at(line).content(name, Sequence).length for line in lines]


def test_a_change_is_told_among_many_objects(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nfew.append(1000)\nfew += large[:700]\nfew.clear()\nend = 1\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(5, 9)) == [1, 2, 702, 0]


def test_every_place_of_a_list_of_several_pages_is_seen(tmp_path: Path) -> None:
    text = MANY + "for n in range(0, 10_000, 500):\n    large[n] = n + 1000\nend = 1\n"
    run = record(write_program(tmp_path, text))
    items = run.at(6).content("large", Sequence).items
    told = [run.at(6).value(items[n]) for n in range(0, 10_000, 500)]
    assert told == [str(n + 1000) for n in range(0, 10_000, 500)]


def test_a_list_that_moved_is_followed(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nfew[:] = [2]\nfew.extend(large)\n"
    text += "del few[1:]\nfew[0] = []\nfew[0] = 3\nend = 1\n"
    run = record(write_program(tmp_path, text))
    values = [run.at(line).content("few", Sequence).items[0] for line in (6, 8, 10)]
    assert run.at(6).value(values[0]) == "2"
    assert run.at(8).value(values[1]) == "2"
    assert run.at(10).value(values[2]) == "3"


def test_descriptors_that_the_program_closes_and_takes_are_left_alone(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nos.closerange(3, 1000)\n"
    text += "own = [os.open(__file__, 0) for n in range(3)]\n"
    text += "for n in range(690, 720): os.dup2(own[0], n)\n"
    text += "few.append(1)\nfew.append(2)\nprint(os.read(705, 8), len(few))\n"
    run = record(write_program(tmp_path, text))
    assert lengths(run, "few", range(8, 11)) == [1, 2, 3]
    assert run.exit_code == 0
    assert run.stderr == ""


def test_a_child_has_none_of_the_descriptors(tmp_path: Path) -> None:
    text = MANY + "few = many[3000]\nif os.fork() == 0:\n"
    text += "    paths = [f'/proc/self/fd/{n}' for n in range(690, 720)]\n"
    text += "    found = str([os.readlink(one) for one in paths if os.path.exists(one)])\n"
    text += "    os._exit('userfaultfd' in found or 'pagemap' in found)\n"
    text += "print(os.wait()[1])\n"
    assert record(write_program(tmp_path, text)).stdout == "0\n"
