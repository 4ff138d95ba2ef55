"""A recorded program needs at most twice its own memory and 300 MB, with its recording."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from tests.recorder.runs import PATIENCE, write_program

pytestmark = pytest.mark.needs_core

EXTRA = 300_000_000
PEAK = 'int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) * 1024'
"""The peak memory of a process, in bytes."""
RECORD = f"""
import sys
from contextlib import closing
from pathlib import Path
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session

program = Path(sys.argv[1])
path = program.with_suffix(".memtrace")
session = Session(Options(program), Writer(path, program.name))
session.start()
session.close_input()
end = session.wait()
with closing(Recording.open(path)) as recording:
    print(end.reason.value, recording.output("stdout").decode(), {PEAK})
"""


@dataclass(frozen=True, slots=True)
class Large:
    """Code that makes something large."""

    name: str
    text: str
    is_long: bool = True


FLOATS = "exec('x = [list(map(float, range(1000))) for _ in range({n})]')"
NODES = """
class Node: pass
def link():
    node = None
    for i in range(100_000):
        last, node = node, Node()
        node.value, node.next = i, last
    return node
"""
PROGRAMS = (
    Large("200,000 floats, each entered", FLOATS.format(n=200), is_long=False),
    Large("400,000 floats, each entered", FLOATS.format(n=400)),
    Large("400,000 floats, entered and gone", f"{FLOATS.format(n=400)}\nx = None"),
    Large("100,000 linked nodes", f"scope = {{}}\nexec({NODES!r}, scope)\nx = scope['link']()"),
    Large("a list of 3 million", "x = [None] * 3_000_000", is_long=False),
    Large("10 million ints", "x = list(range(10_000_000))"),
    Large("30 million ints", "x = list(range(30_000_000))"),
    Large("10 million floats", "x = list(map(float, range(10_000_000)))"),
    Large("30 million times None", "x = [None] * 30_000_000"),
    Large("10 million in a tuple", "x = (1.5,) * 10_000_000"),
    Large("10 million in a deque", "import _collections as c\nx = c.deque(range(10_000_000))"),
    Large("a dict of 5 million", "x = dict.fromkeys(range(5_000_000))"),
    Large("a set of 5 million", "x = set(range(5_000_000))", is_long=False),
    Large(
        "an ordered dict of a million",
        "import _collections\nx = _collections.OrderedDict.fromkeys(range(1_000_000))",
    ),
    Large("a million small lists", "exec('x = [[i] for i in range(1_000_000)]')"),
    Large("a list of a class of its own", "class L(list): pass\nx = L(range(10_000_000))\nx.a = x"),
    Large("a dict of a class of its own", "class D(dict): pass\nx = D.fromkeys(range(5_000_000))"),
    Large("100 MB of bytes", "x = bytes(100_000_000)", is_long=False),
    Large("500 MB of bytes", "x = bytes(500_000_000)"),
    Large("a bytearray of 500 MB", "x = bytearray(500_000_000)\nx[5] = 1"),
    Large("a text of 200 MB that grows", "x = ''\nfor i in range(20): x += 'a' * 10_000_000"),
    Large("a wide text of 200 MB", "x = '가' * 100_000_000"),
    Large("an int of 50 MB", "x = 1 << 400_000_000"),
    Large("a numpy array of 500 MB", "import numpy\nx = numpy.ones(62_500_000)"),
)


@pytest.mark.parametrize(
    "large",
    [
        pytest.param(one, id=one.name, marks=[pytest.mark.full] if one.is_long else [])
        for one in PROGRAMS
    ],
)
def test_program_and_recording_together_stay_within_the_bound(large: Large, tmp_path: Path) -> None:
    text = f"{large.text}\ny = [x]\nz = (y, x)\ndel y\nprint({PEAK})\n"
    program = write_program(tmp_path, text)
    plain = int(output_of([sys.executable, str(program)]))
    reason, own, recording = output_of([sys.executable, "-c", dedent(RECORD), str(program)]).split()
    assert reason == "finished"
    assert int(own) + int(recording) <= 2 * plain + EXTRA


def output_of(command: list[str]) -> str:
    """Return the output of a command, which must succeed."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=2 * PATIENCE, check=True
    )
    return done.stdout.decode()
