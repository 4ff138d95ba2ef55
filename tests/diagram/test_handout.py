"""Steps on paper and in animated pictures."""

import gc
import io
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.shell.recordings import ADDING, recorded
from visualizer.diagram.animation import export_animation
from visualizer.diagram.handout import GRIDS, export_handout
from visualizer.diagram.step_series import StepRange
from visualizer.diagram.themes import theme
from visualizer.layout.analysis.facts import Level
from visualizer.recording import Recording

pytestmark = pytest.mark.usefixtures("qapp")
SOME = StepRange(3, 12, Level.VALUES)


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Recording]:
    with closing(Recording.open(recorded(tmp_path, ADDING))) as found:
        yield found


def texts(data: bytes) -> list[str]:
    """Return the text of each page without blanks: the reader breaks lines within words."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return ["".join(text.split()) for text in pages]


@pytest.mark.parametrize("per_page", GRIDS)
def test_a_handout_has_all_steps_in_order(recording: Recording, per_page: int) -> None:
    pages = texts(export_handout(recording, SOME, per_page, theme="light", language="en"))
    assert len(pages) == -(-10 // per_page)
    for number, text in enumerate(pages):
        first = SOME.first + number * per_page
        there = range(first, min(first + per_page, SOME.last + 1))
        assert [n for n in range(1, recording.steps + 1) if f"step{n}of" in text] == list(there)


def test_a_handout_speaks_the_language(recording: Recording) -> None:
    (page,) = texts(
        export_handout(recording, StepRange(4, 4, Level.VALUES), theme="dark", language="ko")
    )
    assert "4단계" in page


@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_an_animation_has_a_picture_for_each_step(recording: Recording, kind: str) -> None:
    data = export_animation(recording, SOME, kind, 0.5)
    with Image.open(io.BytesIO(data)) as found:
        assert found.format == kind.upper()
        frames = []
        for number in range(getattr(found, "n_frames", 1)):
            found.seek(number)
            found.load()
            assert found.info["duration"] == 500
            frames.append(found.convert("RGB"))
    assert len(frames) == 10
    pairs = pairwise(frames)
    assert all(ImageChops.difference(one, other).getbbox() for one, other in pairs)


@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_an_animation_never_needs_all_its_images_at_once(
    recording: Recording, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    living: list[int] = []
    make = Image.frombytes

    def counted(*arguments: Any) -> Image.Image:
        living.append(sum(isinstance(one, Image.Image) for one in gc.get_objects()))
        return make(*arguments)

    monkeypatch.setattr(Image, "frombytes", counted)
    monkeypatch.setattr("visualizer.diagram.animation.frombytes", counted, raising=False)
    export_animation(recording, SOME, kind)
    assert len(living) >= 10
    assert max(living) < living[0] + 5


@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_an_animation_keeps_the_grounds_of_boxes_and_of_code(
    recording: Recording, kind: str
) -> None:
    light = theme("light")
    with Image.open(io.BytesIO(export_animation(recording, SOME, kind))) as picture:
        pixels = picture.convert("RGB").tobytes()
    shown = {tuple(pixels[at : at + 3]) for at in range(0, len(pixels), 3)}
    for ground in ("canvas", "card", "cardHead"):
        colour = light.colour(ground)
        assert (colour.red(), colour.green(), colour.blue()) in shown


def test_a_webp_is_hardly_larger_than_a_gif(recording: Recording) -> None:
    webp, gif = (export_animation(recording, SOME, kind) for kind in ("webp", "gif"))
    assert len(webp) < 1.5 * len(gif)


def test_objects_that_stay_in_the_picture_keep_their_places(recording: Recording) -> None:
    """The head of the module's frame is at the same place in every picture."""
    data = export_animation(recording, StepRange(4, 9, Level.VALUES), "webp")
    heads = set()
    with Image.open(io.BytesIO(data)) as found:
        for number in range(6):
            found.seek(number)
            picture = found.convert("RGB")
            middle = picture.crop((0, picture.height // 2, picture.width, picture.height))
            box = ImageChops.difference(
                middle, Image.new("RGB", middle.size, picture.getpixel((1, 1)))
            ).getbbox()
            assert box is not None
            heads.add(box[0])
    assert len(heads) == 1


def test_a_larger_scale_makes_larger_pictures(recording: Recording) -> None:
    one = StepRange(5, 6, Level.COUNTS)
    with (
        Image.open(io.BytesIO(export_animation(recording, one, "webp"))) as usual,
        Image.open(io.BytesIO(export_animation(recording, one, "webp", scale=2))) as large,
    ):
        assert large.width == pytest.approx(2 * usual.width, abs=1)


@pytest.mark.parametrize("kind", ["pdf", "gif"])
def test_an_interrupted_export_leaves_nothing_that_qt_paints_on(
    recording: Recording, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """The log of Qt stays empty: a device must not end before its painter, which may crash."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("visualizer.diagram.painting.sheet_picture.paint_block", interrupt)

    def make() -> None:
        if kind == "pdf":
            export_handout(recording, SOME, theme="light", language="en")
        else:
            export_animation(recording, SOME, "gif")

    with pytest.raises(KeyboardInterrupt):
        make()
    gc.collect()


RAISING = """
class Empty(Exception):
    pass
names = ["a", "b"]
def take(stock, name):
    if name not in stock:
        raise Empty(name)
def shop():
    bag = [[1, 2], [3, 4], {"key": names}]
    stock = {"a": 1}
    for name in names:
        try:
            take(stock, name)
        except Empty as empty:
            bag.append(empty)
            bag.append(empty.args)
            bag.append(str(empty))
    return bag
bag = shop()
"""


@pytest.mark.parametrize("per_page", [4, 9])
def test_a_handout_keeps_most_of_a_cell_for_the_diagram(tmp_path: Path, per_page: int) -> None:
    """Even if a step has many sentences and a tall diagram."""
    with closing(Recording.open(recorded(tmp_path, RAISING))) as recording:
        steps = StepRange(recording.steps - 16, recording.steps - 7, Level.COUNTS)
        data = export_handout(recording, steps, per_page, theme="light", language="en")
    with closing(pypdfium2.PdfDocument(data)) as document:
        page = document[0].render(scale=2).to_pil().convert("RGB")
    columns, rows = GRIDS[per_page]
    cell = page.crop((0, 0, page.width // columns, page.height // rows))
    canvas = theme("light").colour("canvas")
    wanted = canvas.red(), canvas.green(), canvas.blue()
    lines = (cell.crop((0, top, cell.width, top + 1)) for top in range(cell.height))
    ground = [
        top
        for top, line in enumerate(lines)
        if wanted in {colour for _, colour in line.getcolors(cell.width) or ()}
    ]
    assert ground[-1] - ground[0] > cell.height / 2


def test_a_handout_has_all_sentences_that_the_diagram_leaves_room_for(tmp_path: Path) -> None:
    with closing(
        Recording.open(recorded(tmp_path, "a = b = c = d = e = [1]\na = b = c = d = e = [2]\n"))
    ) as recording:
        steps = StepRange(1, recording.steps, Level.COUNTS)
        pages = texts(export_handout(recording, steps, 1, theme="light", language="en"))
    assert not any("more" in page for page in pages)
