"""The gallery's shots: a program, a line, and a look."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OWN = HERE.parent / "programs" / "gallery"
RECORDED = HERE.parent / "programs"
LAID_OUT = HERE.parent / "programs" / "layout"
EXAMPLES = HERE.parents[1] / "resources" / "examples"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the last step at ``line``, or of the last step of all for 0.

    ``selected`` is a global name whose object is selected. ``zoom`` is the number of pixels for a
    length of 1; under 1 a diagram leaves out detail. ``size`` is that of a window. ``like`` names
    the target picture of the same scene, which a sheet shows next to it.
    """

    name: str
    program: Path
    line: int = 0
    level: int = 3
    theme: str = "light"
    language: str = "en"
    selected: str = ""
    zoom: float = 1.0
    size: tuple[int, int] = (1440, 900)
    like: str = ""


CALL_EXAMPLE = EXAMPLES / "call_example.py"
DEEPEST = 3
"""The line of the call example at which both of its functions run and x has moved."""

DIAGRAMS = (
    Shot("call-light", CALL_EXAMPLE, DEEPEST),
    Shot("call-dark-korean", CALL_EXAMPLE, DEEPEST, theme="dark", language="ko"),
    Shot("call-regions-high-contrast", CALL_EXAMPLE, DEEPEST, level=4, theme="high-contrast"),
    Shot("call-regions-korean", CALL_EXAMPLE, DEEPEST, level=4, language="ko", selected="f2"),
    Shot("call-names-only", CALL_EXAMPLE, DEEPEST, level=1),
    Shot("call-heap-dark", CALL_EXAMPLE, DEEPEST, level=2, theme="dark"),
    Shot("call-twice-the-size", CALL_EXAMPLE, DEEPEST, zoom=2),
    Shot("parts-dark", OWN / "parts.py", theme="dark", like="auto-main-dark"),
    Shot("parts-selected", OWN / "parts.py", selected="parts"),
    Shot("parts-half-size", OWN / "parts.py", zoom=0.55),
    Shot("parts-a-third", OWN / "parts.py", zoom=0.35, theme="dark"),
    Shot("parts-names-korean", OWN / "parts.py", level=1, language="ko"),
    Shot("kinds-light", OWN / "kinds.py"),
    Shot("kinds-high-contrast-korean", OWN / "kinds.py", theme="high-contrast", language="ko"),
    Shot("kinds-dark-twice-the-size", OWN / "kinds.py", theme="dark", level=2, zoom=2),
    Shot("arrays", OWN / "arrays.py"),
    Shot("arrays-dark-korean", OWN / "arrays.py", theme="dark", language="ko", selected="grid"),
    Shot("matrix", OWN / "matrix.py"),
    Shot("matrix-larger-dark", LAID_OUT / "matrix_6.py", theme="dark"),
    Shot("coroutines-paused", OWN / "coroutines.py", line=22),
    Shot("coroutines-done-korean", OWN / "coroutines.py", language="ko", theme="dark"),
    Shot("search-tree", OWN / "search_tree.py"),
    Shot("search-tree-60", LAID_OUT / "search_tree_60.py", line=3, like="auto-tree"),
    Shot("linked-list", RECORDED / "linked_list.py", theme="dark"),
    Shot("doubly-linked", OWN / "doubly_linked.py", line=17, theme="high-contrast"),
    Shot("graph", LAID_OUT / "graph.py", level=1),
    Shot("shop", LAID_OUT / "shop.py", level=1, zoom=0.5, like="auto-dense"),
    Shot("loops", OWN / "loops.py", line=13),
    Shot("loops-in-a-call-dark-korean", OWN / "loops.py", line=4, theme="dark", language="ko"),
    Shot("closure", OWN / "closure.py", line=7),
    Shot("nested", OWN / "nested.py"),
    Shot("shared", OWN / "shared.py", theme="dark"),
    Shot("alias-new-item", OWN / "alias.py", line=3, theme="high-contrast", selected="a"),
    Shot("slide-korean", OWN / "slide.py", line=9, level=1, language="ko"),
    Shot("generator", RECORDED / "generator.py", language="ko"),
    Shot("exception", RECORDED / "exception.py", theme="dark"),
    Shot("averages-uncaught", OWN / "averages.py", level=2),
    Shot("recursion", RECORDED / "recursion.py", line=4),
    Shot("recursion-12-dark", LAID_OUT / "recursion_12.py", line=4, theme="dark"),
    Shot("cycle-alive", OWN / "cycle.py", line=20),
    Shot("cycle-freed", OWN / "cycle.py"),
    Shot("island-dark-korean", OWN / "island.py", line=20, theme="dark", language="ko"),
    Shot("spare-places", OWN / "growing.py"),
    Shot(
        "spare-places-high-contrast-korean",
        OWN / "growing.py",
        theme="high-contrast",
        language="ko",
    ),
    Shot("two-threads", RECORDED / "two_threads.py", level=4),
    Shot("lock-dark", OWN / "lock.py", line=13, theme="dark", selected="lock"),
)

WINDOWS = (
    Shot("window-light", CALL_EXAMPLE, DEEPEST, level=4, selected="f2", like="main-light"),
    Shot("window-dark", OWN / "parts.py", theme="dark", selected="parts", like="main-dark"),
    Shot(
        *("window-korean", CALL_EXAMPLE, DEEPEST),
        theme="high-contrast",
        language="ko",
        selected="f2",
    ),
    Shot("window-cycle", OWN / "island.py", line=20, selected="watch", like="cycle"),
    Shot("window-exception", OWN / "averages.py", level=2, like="exception"),
    Shot("window-threads", OWN / "lock.py", line=13, theme="dark", selected="lock", like="threads"),
    Shot("window-many-objects", OWN / "points.py", line=20, theme="dark", like="many-objects"),
    Shot(
        *("window-narrow", OWN / "alias.py", 3),
        theme="high-contrast",
        selected="a",
        size=(1024, 700),
        like="narrow",
    ),
    Shot(
        *("window-projector", OWN / "slide.py", 9),
        level=3,
        theme="high-contrast",
        language="ko",
        size=(1920, 1080),
        like="projector",
    ),
    Shot(*("window-watch-table", OWN / "swaps.py", 6), level=1, language="ko", like="watch-table"),
    Shot("window-compared", OWN / "shallow.py", level=1),
    Shot(
        *("window-compared-narrow-dark-korean", OWN / "shallow.py"),
        theme="dark",
        language="ko",
        size=(1024, 700),
    ),
    Shot("window-compared-high-contrast", OWN / "shallow.py", theme="high-contrast"),
    Shot("window-inside", OWN / "hypotenuse.py", 7, level=3),
    Shot(
        *("window-inside-narrow-dark-korean", OWN / "hypotenuse.py", 7),
        level=3,
        theme="dark",
        language="ko",
        size=(1024, 700),
    ),
    Shot(
        *("window-inside-presented-korean", OWN / "hypotenuse.py", 7),
        level=1,
        theme="high-contrast",
        language="ko",
        size=(1280, 720),
    ),
    Shot("window-addresses", OWN / "growing.py", level=4, selected="scores"),
    Shot(
        *("window-addresses-narrow-dark-korean", OWN / "growing.py"),
        level=4,
        theme="dark",
        language="ko",
        selected="ages",
        size=(1024, 700),
    ),
    Shot(
        *("window-addresses-presented-korean", OWN / "growing.py", 15),
        level=4,
        theme="high-contrast",
        language="ko",
        size=(1280, 720),
    ),
    Shot("window-large-dark", CALL_EXAMPLE, DEEPEST, theme="dark", size=(2560, 1440)),
    Shot("window-twice-the-size", OWN / "slide.py", 9, language="ko", level=1, zoom=2),
)
