"""The colours of single lines agree with those of the whole text."""

import pytest

from visualizer.shell.editor.highlighter import OPENINGS, lex_line


def colours(text: str) -> list[list[tuple[str, str]]]:
    """Return each line's coloured pieces."""
    state, found = 0, []
    for line in text.split("\n"):
        spans, state = lex_line(line, state)
        found.append([(line[start : start + length], name) for start, length, name in spans])
    return found


def test_keywords_numbers_strings_and_comments_have_colours_and_names_have_none() -> None:
    assert colours("def f(x): return 12 is None  # why") == [
        [
            ("def", "kw"),
            ("return", "kw"),
            ("12", "num"),
            ("is", "kw"),
            ("None", "kw"),
            ("# why", "com"),
        ]
    ]
    assert colours("name = other") == [[]]


@pytest.mark.parametrize("quotes", OPENINGS[1:5])
def test_a_string_in_triple_quotes_goes_on_over_lines_until_it_is_closed(quotes: str) -> None:
    first, middle, last = colours(f"x = {quotes}a\nif 1\nb{quotes[-3:]} + 2")
    assert first[-1] == ("a", "str")
    assert middle == [("if 1", "str")]
    assert last[-1] == ("2", "num")


@pytest.mark.parametrize("quotes", OPENINGS[5:])
def test_a_string_in_single_quotes_goes_on_after_a_backslash(quotes: str) -> None:
    first, middle, last, after = colours(
        f"x = f'y' + {quotes}it is \\\nif 1 \\\nb{quotes[-1]} + 2\nif 3:"
    )
    assert first[-1][1] == middle[0][1] == last[0][1] == "str"
    assert (middle[0][0], last[-1]) == ("if 1 ", ("2", "num"))
    assert after == [("if", "kw"), ("3", "num")]


def test_other_quotes_in_a_string_are_part_of_it() -> None:
    _, after = colours('x = """it\'s 5" \nif 1:')
    assert after == [("if 1:", "str")]
    assert colours('x = \'"""\'\nif 1:')[1] == [("if", "kw"), ("1", "num")]


def test_an_unfinished_string_in_single_quotes_ends_with_its_line() -> None:
    assert colours("x = 'abc\nif 1:")[1] == [("if", "kw"), ("1", "num")]


def test_an_expression_within_a_formatted_string_is_no_string() -> None:
    (pieces,) = colours("f'{1} b'")
    assert ("1", "num") in pieces
    assert ("{", "ink") in pieces
