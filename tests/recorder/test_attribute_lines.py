"""Lines that read and replace attributes and items: both recorders agree on the effects."""

from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from tests.benchmarks.programs import beside
from tests.recorder.attribute_samples import ATTRIBUTES, WAYS
from tests.recorder.differential import Tally, judge
from tests.recorder.runs import record_unread, write_program
from visualizer.model import EndReason
from visualizer.recording import Recording

pytestmark = pytest.mark.needs_core

FILLING = "filling = list(map(list, zip(range(600))))"
"""Makes many objects."""
NODE = """
    class Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next
"""

ITEMS = {
    "places of a list": """
        a = [3000, 1, 2]
        a[a[1]] = a
        a[-1] = a
        a[True] = 5
        a[1] = None
        a[0] = a[-1]
        a[0], a[2] = a[2], a[0]
        a[0] = 1; a[2] = 2
        a = [a, a]
        a[0] = a[1] = 7000
        a[-1], a[0] = a[0], a[-1]
    """,
    "rows": """
        rows = [[i * 1000 + j for j in range(4)] for i in range(4)]
        for i in range(4):
            for j in range(i):
                rows[i][j], rows[j][i] = rows[j][i], rows[i][j]
        rows[0], rows[3] = rows[3], rows[0]
        rows[1] = rows[2]
        rows[2] = None
        total = 0
        for i in range(len(rows) - 2):
            for j in range(len(rows[i])):
                total += rows[i][j]
    """,
    "sorting": """
        def sort(a):
            for i in range(len(a)):
                for j in range(len(a) - 1 - i):
                    if a[j] > a[j + 1]:
                        a[j], a[j + 1] = a[j + 1], a[j]
        numbers = [5000, 3000, 4000, 1000, 2000, 2000]
        sort(numbers)
        words = ["pear", "fig", "apple", "kiwi"]
        sort(words)
        reals = [2.5, 1.5, float("nan"), -0.0, 0.0]
        sort(reals)
    """,
    "a long list": """
        a = list(range(1000, 1040))
        low, high = 0, len(a) - 1
        while low < high:
            a[low], a[high] = a[high], a[low]
            low += 1
            high -= 1
        a.append(7000)
        a[-1] = 8000
        for i in range(3): a.append(i * 1000)
        a[-1] = a[0]
        for i in range(3): a.append(i * 1000)
        a[-2] = a[0]
    """,
    "entries of a dict": """
        class Odd:
            def __hash__(self): return 1
            def __eq__(self, other): return True
        d = {"a": 1000, "b": 2000, 3: 3000}
        odd = {Odd(): 5, 2: 6}
        for i in range(4):
            x = d["a"]
            x = d["b"] + d[3]
            d["a"] = i * 1000
            d[3] = i * 2000
            y = odd[1]
            y = odd[2]
            odd[1] = i
            d[i] = i
    """,
    "classes derived from builtin ones": """
        class Pairs(dict):
            def __setitem__(self, key, value): dict.__setitem__(self, key, (value, value))
        class Row(list):
            def __getitem__(self, at): return 5
        pairs, row = Pairs({1: 1}), Row([1, 2])
        for i in range(4):
            pairs[1] = i
            e = pairs[1]
            row[0] = i * 1000
            f = row[1]
    """,
    "loops over lists": """
        items = [1000, 2000, 3000, None, "text", 2.5]
        nodes = [Node(n * 1000) for n in range(5)]
        total = 0
        for x in items:
            y = x
        for node in nodes:
            total += node.value
            node.value = total
        for node in nodes:
            node.next = nodes[0]
            if node.value > 2000:
                break
        else:
            total = 5
        for a in nodes:
            for b in nodes:
                if a is b:
                    continue
                a.next = b
        it = iter(items)
        for x in it:
            y = it
            if x == 2000: break
        for x in it:
            z = x
        for x in items:
            if x == 1000:
                items[2] = 7000
                items.append(8000)
            if x == 8000:
                items = None
                x = 1
                x = 2
        for x in [5000, 6000]:
            w = x
        for x in items or []:
            pass
        def work(rows):
            total = 0
            for row in rows:
                for value in row:
                    total += value
            rest = rows[0]
            for value in rest:
                value = value * 2
                rest[0] = value
            for row in rows:
                row[0], row[-1] = row[-1], row[0]
            return total
        work([[1000, 2000], [3000, 4000], [5000, 6000]])
        for a in nodes:
            nodes[0] = nodes[-1]
            a = None
        for a, b in [(1000, 2000), (3000, 4000)]:
            c = a
    """,
    "comprehensions of a module in between": """
        rows = [[i * 1000 + j for j in range(4)] for i in range(4)]
        n = 1000
        for i in range(4):
            for j in range(i):
                rows[i][j], rows[j][i] = rows[j][i], rows[i][j]
            n = n + i
            more = [
                x + n
                for x in range(3)
                if
                x > 0
            ]
            n = n * 2
            k = {a: a * 1000 for a in range(3)}
            n = n + 1
            t = [(lambda: x)() for x in range(3)]
            n = n + 7
            m = [y for y in [n, n + 1]]
            n = m[0]
        try:
            bad = [1000 // z for z in (1, 0)]
        except ZeroDivisionError:
            n = n + 1
            n = n + 2
        n = n + 3
        y = 5000
        y = y + n
        g = list(q + n for q in range(3))
        n = g[1]
    """,
    "texts and tuples": """
        word = "ab\\u00e9\\u4e2dxyyx"
        pair = ("first", 1000)
        i, j, n = 0, len(word) - 1, 0
        while i < j:
            if word[i] == word[j]:
                n += 1
            c = word[i]
            c = word[3]
            d = pair[0]
            i, j = i + 1, j - 1
    """,
}


@pytest.fixture(autouse=True)
def _hashes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")


def program_text(body: str, where: str) -> str:
    body = dedent(body).strip()
    if "Node" in body and "class Node" not in body:
        body = f"{dedent(NODE).strip()}\n{body}"
    if where == "in a function":
        return "\n".join(
            ["def main():", *(f"    {line}" for line in body.splitlines()), "main()\n"]
        )
    return f"{FILLING}\n{body}\n" if where == "beside many" else f"{body}\n"


MADE = """
def linked(node, values):
    node(0, None)  # from now on a node keeps its attributes in itself
    first = None
    for value in values:
        made = node.__new__(node)
        made.value, made.next, first = value, first, made
    return first
def many(node, values):
    at, found = linked(node, values), []
    while at:
        found.append(at)
        at = at.next
    return found
"""
"""Makes many objects without a step: this is no code of the program."""
LESSONS = {
    "a list that is gone through": """
        at = head = linked(Node, range(0, 60000, 1000))
        while at is not None:
            at.value = at.value + 1
            at = at.next
    """,
    "a ring, beside its first": """
        at = kept = linked(Node, range(900))
        for i in range(24):
            at.value = i * 1000
            at = at.next or kept
    """,
    "a loop over a list of objects": """
        nodes = many(Node, range(0, 60000, 1000))
        total = 0
        for node in nodes:
            total += node.value
            node.next = nodes[0]
            node.value = total
    """,
    "a list that is turned round": """
        before, at = None, linked(Node, range(0, 60000, 1000))
        while at is not None:
            behind = at.next
            at.next = before
            before = at
            at = behind
    """,
    "sorting": """
        a = list(range(1012, 1000, -1))
        for i in range(len(a)):
            for j in range(len(a) - 1 - i):
                if a[j] > a[j + 1]:
                    a[j], a[j + 1] = a[j + 1], a[j]
    """,
    "a sum over rows": """
        rows = [list(range(n, n + 30)) for n in (1000, 2000)]
        total = 0
        for i in range(len(rows)):
            for j in range(len(rows[i])):
                total += rows[i][j]
    """,
}


PROGRAMS = ATTRIBUTES | WAYS | ITEMS | LESSONS


@pytest.mark.share(4)
@pytest.mark.parametrize("where", ["beside few", "beside many", "in a function"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_both_recorders_agree(name: str, where: str, tmp_path: Path) -> None:
    text = program_text(PROGRAMS[name], where)
    if name in LESSONS:
        own = f"own = {{}}; exec(compile({MADE!r}, '<made>', 'exec'), own)"
        text = f"{own}; linked, many, own = own['linked'], own['many'], None\n{text}"
    tally = Tally()
    assert judge(write_program(tmp_path, text), tally) == []
    assert not tally.unsteady


def test_very_many_objects_are_gone_through(tmp_path: Path) -> None:
    count = 6000  # with their numbers these are more than 2 ** 14
    program = write_program(tmp_path, beside(count, 3 * count, mutated=True).text)
    with closing(Recording.open(record_unread(program).path)) as recording:
        assert recording.end is not None
        assert recording.end.reason is EndReason.FINISHED, recording.end.detail
        recording.check()
        heap = dict(recording.cursor().seek(recording.steps).heap)
        nodes = [one for one in heap.values() if one.type == "Node"]
        assert len(nodes) >= count
