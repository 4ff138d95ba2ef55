"""A lesson's questions and answers in its page."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.end_to_end.page.conftest import OpenPage
from tests.shell.recordings import recorded
from visualizer.cli import main
from visualizer.explain.questions.judging import judge
from visualizer.layout.analysis.facts import Level
from visualizer.lessons.lesson import Lesson
from visualizer.lessons.marks import questions_of_lesson
from visualizer.lessons.shelf import built_in_lessons
from visualizer.recording import Recording
from visualizer.words import LANGUAGES, translate, written_table

LESSONS = {lesson.key: lesson for lesson in built_in_lessons()}
EN = LANGUAGES.index("en")
type OpenLesson = Callable[..., Page]
type Json = dict[str, Any]


@pytest.fixture
def open_lesson(tmp_path: Path, open_page: OpenPage) -> OpenLesson:
    """Open the page of a lesson's recording with its questions."""

    def opened(lesson: Lesson, **options: Any) -> Page:
        path = recorded(tmp_path, lesson.program)
        with closing(Recording.open(path)) as recording:
            asked = tuple(questions_of_lesson(lesson, recording, lesson.key).values())
        return open_page(path, questions=asked, **options)

    return opened


def asked_in(page: Page) -> list[Json]:
    text = page.evaluate("document.getElementById('recording').textContent")
    found: list[Json] = json.loads(text)["questions"]
    return found


def card_of(page: Page, questions: list[Json], number: int) -> Any:
    """Go to a question and return its card."""
    step = questions[number]["step"]
    page.evaluate("(step) => visualizer.go(step)", step)
    same = [at for at, one in enumerate(questions) if one["step"] == step]
    return page.locator("#question .card").nth(same.index(number))


def fill(card: Any, question: Json, answer: Any) -> None:
    match question["field"]:
        case "one":
            card.locator("input").nth(answer).check()
        case "several":
            boxes = card.locator("input")
            for at in answer or [len(question["choices"])]:
                boxes.nth(at).check()
        case "each":
            for at, choice in enumerate(answer):
                card.locator("select").nth(at).select_option(str(choice))
        case _:
            card.locator("input, textarea").fill(str(answer))


@pytest.mark.share(3)
@pytest.mark.parametrize("key", LESSONS)
def test_every_lessons_questions_are_answered_in_its_page(
    key: str, open_lesson: OpenLesson
) -> None:
    lesson = LESSONS[key]
    page = open_lesson(lesson, level=Level.VALUES)
    questions = asked_in(page)
    assert len(questions) == len(lesson.questions)
    for number, question in enumerate(questions):
        card = card_of(page, questions, number)
        assert card.locator("h2").inner_text() == question["asks"][EN].replace("`", "")
        fill(card, question, question["answer"])
        card.get_by_role("button", name="Answer").click()
        assert card.locator(".right").inner_text() == "Right."
        said = card.locator(".said p").all_inner_texts()[1:]
        assert said == [one[EN].replace("`", "") for one in question["proves"]]
        assert question["proves"]
        card.get_by_role("button", name="Show the step").click()
        assert page.evaluate("visualizer.step") == question["proof"]


@pytest.mark.parametrize(
    ("key", "field", "wrong"),
    [
        ("aliasing", "one", None),
        ("reference_counting", "number", 99),
        ("copy_and_deepcopy", "lines", "1 1"),
        ("first_program", "value", "'no'"),
        ("del_and_cycles", "several", None),
    ],
)
def test_a_wrong_answer_is_explained_and_may_be_mended(
    key: str, field: str, wrong: Any, open_lesson: OpenLesson, tmp_path: Path
) -> None:
    page = open_lesson(LESSONS[key])
    questions = asked_in(page)
    number = next(at for at, one in enumerate(questions) if one["field"] == field)
    question = questions[number]
    if field == "one":
        wrong = next(at for at in range(len(question["choices"])) if at != question["answer"])
    elif field == "several":
        wrong = [] if question["answer"] else [0]
    card = card_of(page, questions, number)
    fill(card, question, wrong)
    card.get_by_role("button", name="Answer").click()
    assert card.locator(".wrong").inner_text() == "Not quite."
    if field == "one":
        assert question["wrong"][wrong]
        assert card.locator(".said p").nth(1).inner_text() == (
            question["wrong"][wrong][0][EN].replace("`", "")
        )
    # The answer is still there after a visit to another step, and in the other language.
    page.evaluate("visualizer.go(1)")
    page.click("#language")
    card = card_of(page, questions, number)
    assert card.locator(".wrong").count() == 1
    page.click("#language")
    card.get_by_role("button", name="Try again").click()
    fill(card, question, question["answer"])
    card.get_by_role("button", name="Answer").click()
    assert card.locator(".right").count() == 1


def test_the_page_judges_as_the_window_does(tmp_path: Path, open_lesson: OpenLesson) -> None:
    lesson = LESSONS["aliasing"]
    with closing(Recording.open(recorded(tmp_path, lesson.program))) as recording:
        questions = questions_of_lesson(lesson, recording, lesson.key)
        [question] = [one for one in questions.values() if one.kind == "same"][:1]
        words = written_table("en")
        expected = {
            which: [translate(one, words) for one in judge(question, which).explanations]
            for which in ("same", "equal", "different")
            if which != question.answer
        }
    page = open_lesson(lesson)
    found = next(one for one in asked_in(page) if one["step"] == question.step)
    for number, which in enumerate(("same", "equal", "different")):
        if which in expected:
            wrong = [one[EN] for one in found["wrong"][number]]
            assert wrong + [one[EN] for one in found["proves"]] == expected[which]


def test_typing_an_answer_steps_nowhere(open_lesson: OpenLesson) -> None:
    page = open_lesson(LESSONS["copy_and_deepcopy"])
    questions = asked_in(page)
    number = next(at for at, one in enumerate(questions) if one["field"] == "number")
    card = card_of(page, questions, number)
    step = page.evaluate("visualizer.step")
    card.locator("input").click()
    page.keyboard.type("b 1234")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    assert page.evaluate("visualizer.step") == step
    assert page.input_value("#level") == "0"
    card.locator("input").fill("")
    card.get_by_role("button", name="Answer").click()
    assert card.locator(".right, .wrong").count() == 0
    card.locator("input").fill("7777")
    page.keyboard.press("Enter")
    assert card.locator(".wrong").count() == 1


def test_questions_and_bookmarks_are_listed_and_gone_to(
    tmp_path: Path, open_page: OpenPage, open_lesson: OpenLesson
) -> None:
    lesson = LESSONS["aliasing"]
    path = recorded(tmp_path, lesson.program)
    with closing(Recording.open(path)) as recording:
        asked = tuple(questions_of_lesson(lesson, recording, lesson.key).values())
        recording.set_bookmark(2, "<b>둘</b>\nlook")
        recording.set_bookmark(recording.steps, "")
        steps = sorted({2, recording.steps, *(one.step for one in asked)})
    page = open_page(path, questions=asked)
    assert page.inner_text("#marks").strip() == str(2 + len(asked))
    page.click("#marks")
    rows = page.locator("#mark-list button")
    assert rows.count() == 2 + len(asked)
    assert "<b>둘</b>\nlook" in rows.first.inner_text()
    rows.first.click()
    assert page.evaluate("visualizer.step") == 2
    assert page.is_hidden("#mark-list")
    went = []
    for _ in steps:
        page.keyboard.press("b")
        went.append(page.evaluate("visualizer.step"))
    assert went == [*steps[1:], 2]
    page.keyboard.press("Shift+B")
    assert page.evaluate("visualizer.step") == steps[-1]
    page.click("#marks")
    page.keyboard.press("Escape")
    assert page.is_hidden("#mark-list")


def test_without_any_there_is_no_list(open_page: OpenPage) -> None:
    page = open_page("a = 1\n")
    assert page.is_hidden("#marks")
    assert page.is_hidden("#question")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 780)])
def test_cards_can_be_read_and_fit(
    open_lesson: OpenLesson, theme: str, size: tuple[int, int]
) -> None:
    page = open_lesson(LESSONS["aliasing"], color_scheme=theme, size=size, level=Level.VALUES)
    questions = asked_in(page)
    for number, question in enumerate(questions):
        card = card_of(page, questions, number)
        for answered in (False, True):
            if answered:
                fill(card, question, question["answer"])
                card.get_by_role("button", name="Answer").click()
            assert page.evaluate("document.documentElement.scrollWidth") == size[0]
            # Axe checks the rest of the page once, below: it is the same with each question.
            found = Axe().run(page, context="#question")
            assert found.violations_count == 0, found.generate_report()
    page.click("#marks")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_command_line_asks_those_of_a_lesson(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = LESSONS["aliasing"]
    path, out = recorded(tmp_path, lesson.program), tmp_path / "page.html"
    command = ["export", str(path), "--format", "html", "-o", str(out), "--lesson"]
    assert main([*command, "aliasing"]) == 0
    by_key = out.read_bytes()
    assert main([*command, str(lesson.path)]) == 0
    assert out.read_bytes() == by_key
    assert b'"proves"' in by_key
    capsys.readouterr()
    assert main([*command, "recursion_by_reference"]) == 1
    assert "not a recording of the program of lesson" in capsys.readouterr().err
    assert main([*command, "no such"]) == 1
    said = "visualizer: no such: no such lesson, and no such file; see visualizer lessons\n"
    assert capsys.readouterr().err == said
