"""A page in a browser: by keys alone, on a phone, embedded, on paper; harmful content is inert."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from dev_player import hash_in, hash_of_sources
from playwright.sync_api import Browser, Page

from tests.end_to_end.page.conftest import OpenPage
from tests.shell.recordings import ADDING, recorded
from visualizer.export.page.document import player_script
from visualizer.recording import Recording
from visualizer.resources import resources_folder

EXAMPLES = resources_folder() / "examples"
HOSTILE = '''\
class Evil:
    """</script><script>document.title = "run"</script>"""
    def __repr__(self):
        return "<img src=x onerror=alert(1)>"


text = "</script><script>document.title='run'</script><!--<script>"
image = "<img src=x onerror=\\"document.title='run'\\">"
ends = "\\u2028\\u2029 ]]> &lt; `code` {{data}} ${x}"
controls = "\\x00\\x07\\x1b[31m\\x7f\\x85"
alone = "\\ud800"
이름 = "김철수 <b>굵게</b>"
table = {"__proto__": 1, "constructor": text, "toString": image}
evil = Evil()
setattr(evil, "onload=alert(1)", "<svg onload=alert(1)>")
print(text, image, 이름)
print(controls)
'''


def test_it_is_stepped_through_by_keys_alone(open_page: OpenPage) -> None:
    page = open_page(ADDING)
    last = page.evaluate("visualizer.steps")
    for key, step in [
        *(("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("End", last), ("Home", 1)),
        *(("PageDown", 11), ("PageUp", 1), ("ArrowLeft", 1), ("End", last), ("ArrowRight", last)),
    ]:
        page.keyboard.press(key)
        assert page.evaluate("visualizer.step") == step
        assert page.url.endswith(f"#step={step}")
    for key in ("4", "1", "3"):
        page.keyboard.press(key)
        assert page.input_value("#level") == str(int(key) - 1)
    assert page.locator("#picture text.s-index").count() > 0
    page.keyboard.press("Home")
    reached = set()
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    assert reached >= {"level", "language", "theme", "picture", "play", "forward", "last", "slider"}
    page.focus("#forward")
    page.keyboard.press("Enter")
    assert page.evaluate("visualizer.step") == 2


def test_it_plays_by_itself_until_the_end_or_the_first_step_by_hand(open_page: OpenPage) -> None:
    page = open_page("a = 1\nb = 2\n", is_new=True)
    page.clock.install()
    page.keyboard.press("Space")
    page.clock.run_for(1_000)
    assert page.evaluate("visualizer.step") == 2
    page.keyboard.press("ArrowLeft")
    page.clock.run_for(10_000)
    assert page.evaluate("visualizer.step") == 1
    page.click("#play")
    page.clock.run_for(10_000)
    assert page.evaluate("visualizer.step") == page.evaluate("visualizer.steps")
    assert page.get_attribute("#play", "aria-label") == "Play"


@pytest.mark.parametrize("size", [(1280, 800), (390, 780), (900, 320)])
def test_unchanged_parts_stay_at_their_place(open_page: OpenPage, size: tuple[int, int]) -> None:
    """A longer sentence or a larger step neither moves nor scales the other steps' pictures."""
    page = open_page((EXAMPLES / "linked_list.py").read_text(), size=size)
    places = page.evaluate("""() => {
        const seen = new Set();
        for (let step = 1; step <= visualizer.steps; step++) {
            visualizer.go(step);
            const {left, top, width, height} =
                document.getElementById("picture").getBoundingClientRect();
            const svg = document.querySelector("#picture svg");
            seen.add([left, top, width, height, svg.getAttribute("viewBox"),
                svg.style.width, svg.style.height].join(" "));
        }
        return [...seen];
    }""")
    assert len(places) == 1


def test_an_address_opens_a_step(open_page: OpenPage) -> None:
    page = open_page(ADDING, hash="#step=12")
    assert page.evaluate("visualizer.step") == 12
    assert page.inner_text("#place") == f"Step 12 of {page.evaluate('visualizer.steps')}"
    page.evaluate("location.hash = '#step=5'")
    page.wait_for_function("visualizer.step === 5")
    page.evaluate("location.hash = '#step=99999999'")
    page.wait_for_function("visualizer.step === visualizer.steps")


def test_some_steps_of_a_recording_keep_their_numbers(open_page: OpenPage) -> None:
    page = open_page(ADDING, steps=(5, 9), hash="#step=7")
    assert page.evaluate("[visualizer.step, visualizer.first]") == [7, 5]
    page.keyboard.press("Home")
    assert page.evaluate("visualizer.step") == 5
    page.keyboard.press("End")
    assert page.evaluate("visualizer.step") == 9
    assert page.is_disabled("#forward")


@pytest.mark.parametrize(("locale", "said"), [("ko-KR", "단계"), ("en-GB", "Step")])
def test_it_speaks_the_language_of_the_browser_and_changes_it(
    open_page: OpenPage, locale: str, said: str
) -> None:
    page = open_page(ADDING, begin={"language": ""}, locale=locale, hash="#step=3")
    assert said in page.inner_text("#place")
    before = page.inner_text("#said")
    page.click("#language")
    assert said not in page.inner_text("#place")
    assert page.inner_text("#said") != before
    assert page.evaluate("visualizer.step") == 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("level", range(4))
def test_everything_can_be_read(open_page: OpenPage, theme: str, level: int) -> None:
    """Contrast, names of controls, languages, order: the rules of axe."""
    page = open_page(ADDING, color_scheme=theme, hash="#step=14")
    page.select_option("#level", str(level))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_theme_is_that_of_the_browser_until_one_is_chosen(open_page: OpenPage) -> None:
    page = open_page(ADDING, color_scheme="dark")
    dark = background(page)
    page.click("#theme")
    assert background(page) != dark
    page.click("#theme")
    assert background(page) == dark
    page = open_page(ADDING, color_scheme="dark", begin={"theme": "light"})
    assert background(page) != dark


def background(page: Page) -> str:
    found: str = page.evaluate(
        "getComputedStyle(document.querySelector('#picture')).backgroundColor"
    )
    return found


def test_on_a_telephone_all_is_in_its_width_and_swipes_step(open_page: OpenPage) -> None:
    page = open_page(ADDING, size=(390, 844), has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for part in ("#said", "#picture", "nav", "#level", "#slider"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    for id_ in ("back", "forward"):
        box = page.locator(f"#{id_}").bounding_box()
        assert box is not None
        # A reader without a mouse needs room for a finger (WCAG 2.2, 2.5.8).
        assert min(box["width"], box["height"]) >= 24
        assert box["y"] + box["height"] <= 844
    swipe(page, 300, 100)
    assert page.evaluate("visualizer.step") == 2
    swipe(page, 100, 300)
    assert page.evaluate("visualizer.step") == 1
    # The text of the picture is as large as a book's.
    size = "parseFloat(getComputedStyle(document.querySelector('#picture text')).fontSize)"
    scale = "document.querySelector('#picture svg').getScreenCTM().a"
    assert page.evaluate(f"{size} * {scale}") >= 11


def swipe(page: Page, start: int, end: int) -> None:
    page.evaluate(
        """([start, end]) => {
            const area = document.querySelector("#picture");
            const y = area.getBoundingClientRect().top + 20;
            const touch = (x) => new Touch({identifier: 1, target: area, clientX: x, clientY: y});
            const send = (name, x, touches) => area.dispatchEvent(new TouchEvent(name, {
                bubbles: true, touches, changedTouches: [touch(x)],
            }));
            send("touchstart", start, [touch(start)]);
            send("touchend", end, []);
        }""",
        [start, end],
    )


def test_in_a_small_frame_of_another_page_it_is_used(
    browser: Browser, page_file: Callable[..., Path], tmp_path: Path
) -> None:
    file = page_file(ADDING, language="en")
    outer = tmp_path / "outer.html"
    outer.write_text(
        f'<iframe src="{file.name}#step=9" width="700" height="320"></iframe>', encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(outer.as_uri())
    frame = page.frames[1]
    frame.wait_for_function("window.visualizer?.step === 9")
    frame.click("#forward")
    assert frame.evaluate("visualizer.step") == 10
    for part in ("#said", "#picture svg", "#lines .next", "#forward"):
        box = frame.locator(part).bounding_box()
        assert box is not None
        assert box["height"] > 10
        assert box["y"] < 320
    page.close()


def test_on_paper_each_step_has_a_sheet(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("a = [1, 2]\nb = a\nb.append(3)\n")
    steps = page.evaluate("visualizer.steps")
    data = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == steps
        texts = [document[n].get_textpage().get_text_range() for n in range(steps)]
    # Where texts are close together, the PDF reader breaks lines within words.
    texts = ["".join(text.split()) for text in texts]
    for number, text in enumerate(texts, 1):
        assert text.startswith(f"prog.py·Step{number}of{steps}")
    assert "b.append(3)" in texts[2]
    assert page.locator("#paper > *").count() == 0


def test_texts_on_paper_are_as_wide_as_on_the_screen(open_page: OpenPage) -> None:
    """Another font may be wider than the one that the page was made with."""
    page = open_page("names = ['wide enough', 'WWWWWWWWWWWW', '이름이 길다']\nn = {'MMMM': 1}\n")
    widths = """svg => [...svg.querySelectorAll('text')].map(
        one => [one.textContent, one.getAttribute('textLength')])"""
    page.evaluate("visualizer.go(visualizer.steps)")
    shown = page.locator("#picture svg").evaluate(widths)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper svg").last.evaluate(widths) == shown


def test_without_scripts_the_page_says_what_it_needs(
    browser: Browser, page_file: Callable[..., Path]
) -> None:
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(page_file("a = 1\n").as_uri())
        said = page.locator("noscript p").bounding_box()
        assert said is not None
        assert said["y"] < 40
        assert not page.locator("button").first.is_visible()


def test_the_programs_text_can_do_nothing(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On Windows a program prints in the code page when its output is a file.
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    page = open_page(HOSTILE)
    last = page.evaluate("visualizer.steps")
    for step in range(1, last + 1):
        page.evaluate("(step) => visualizer.go(step)", step)
    assert page.title() == "prog.py"
    assert page.evaluate("document.scripts.length") == 2
    assert page.locator("#screen img, #screen script, #screen iframe, svg[onload]").count() == 0
    assert "</script><script>document.title='run'</script>" in page.inner_text("#output")
    assert "김철수 <b>굵게</b>" in page.inner_text("#output")


def test_the_policy_stops_a_script_that_is_put_in_by_other_means(
    browser: Browser, page_file: Callable[..., Path]
) -> None:
    page = browser.new_page()
    page.goto(page_file(ADDING).as_uri())
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'run'";
            document.body.append(script);
            const image = "<img src=x onerror='document.title = 1'>";
            document.body.insertAdjacentHTML("beforeend", image);
        }"""
    )
    assert page.title() == "prog.py"
    page.close()


@pytest.mark.parametrize("address", ["https://127.0.0.1:1/x", "http://127.0.0.1:1/x"])
def test_nothing_is_fetched(browser: Browser, page_file: Callable[..., Path], address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = page_file(ADDING)
    page.goto(file.as_uri())
    assert page.evaluate("(url) => fetch(url).then(() => 'fetched', () => 'refused')", address) == (
        "refused"
    )
    assert [one for one in asked if not one.startswith("file:")] == []
    page.close()


def test_the_file_is_small_and_names_no_address(page_file: Callable[..., Path]) -> None:
    text = page_file(ADDING).read_text(encoding="utf-8")
    shell, _, rest = text.partition('id="recording">')
    data, _, end = rest.partition("</script>")
    assert len((shell + end).encode()) < 300_000
    # The namespace of SVG is an address that no browser requests.
    addresses = set(re.findall(r"\w+://[^\s\"'`]*", shell + end))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert "<" not in data
    assert "&" not in data


def test_a_bookmarks_note_is_shown_at_its_step(open_page: OpenPage, tmp_path: Path) -> None:
    path = recorded(tmp_path, ADDING)
    with closing(Recording.open(path)) as recording:
        recording.set_bookmark(4, "<b>look</b> here")
    page = open_page(path, hash="#step=4")
    assert page.inner_text("#note") == "<b>look</b> here"
    page.keyboard.press("ArrowRight")
    assert page.is_hidden("#note")


def test_the_player_is_not_older_than_its_sources() -> None:
    assert hash_in() == hash_of_sources(), "run `python3 packaging/dev.py player`"
    assert player_script().startswith("/* visualizer: built from sources")


def test_the_last_step_says_how_the_program_ended(open_page: OpenPage) -> None:
    page = open_page("n = 1\nraise SystemExit(3)\n")
    words = "The program exited with code 3."
    assert words not in page.inner_text("#said")
    page.keyboard.press("End")
    assert words in page.inner_text("#said")
    page.click("#language")
    assert "프로그램이 종료 코드 3으로 끝났습니다." in page.inner_text("#said")


def test_output_after_the_last_step_is_shown_with_it(open_page: OpenPage) -> None:
    page = open_page("import atexit\natexit.register(print, 'bye')\nraise ValueError('no')\n")
    assert "ValueError" not in page.inner_text("#output")
    page.keyboard.press("End")
    assert "ValueError: no" in page.inner_text("#output .err.new")
    assert page.inner_text("#output .out.new").strip() == "bye"
    page.keyboard.press("ArrowLeft")
    assert "ValueError" not in page.inner_text("#output")


def test_a_backslash_is_no_sign_of_the_won(open_page: OpenPage) -> None:
    page = open_page(ADDING)
    ranges = "[...document.fonts].map((one) => [one.family, one.unicodeRange])"
    assert page.evaluate(ranges) == [["Backslash", "U+5C"]]
    families: str = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert families.startswith("Backslash, ")
