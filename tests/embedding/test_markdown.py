"""The fence ``memory`` in Markdown."""

import re
from html import unescape

import pytest
from markdown import markdown
from pymdownx.superfences import SuperFencesException

from tests.embedding.test_program_page import data_of
from visualizer.embedding.markdown import check, fence

FENCE = {"name": "memory", "class": "memory", "format": fence, "validator": check}


def made(text: str) -> str:
    return markdown(
        text,
        extensions=["pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": [FENCE]}},
    )


def test_a_fence_becomes_a_player() -> None:
    html = made('# A\n\n```memory level="values" height="300" language="ko" steps="1-2"\n'
                'a = [1]\nb = "</iframe>"\n```\n\n```python\nx = 1\n```\n')  # fmt: skip
    [page] = re.findall(r'srcdoc="(.*?)"', html, re.DOTALL)
    data = data_of(unescape(page))
    assert data["start"] == {"language": "ko", "theme": ""}
    assert len(data["steps"]) == 2  # type: ignore[arg-type]
    assert html.count("</iframe>") == 1
    assert "height:300px" in html
    assert "<code" in html


@pytest.mark.parametrize(
    ("header", "program", "said"),
    [
        ('level="most"', "a = 1", 'no level="most"'),
        ('height="tall"', "a = 1", 'no height="tall"'),
        ('steps="4"', "a = 1", "range of steps"),
        ('colour="red"', "a = 1", 'no colour="red"'),
        ("", "a = (", "was never closed"),
    ],
)
def test_a_block_that_cannot_be_a_player_stops_the_build(
    header: str, program: str, said: str
) -> None:
    with pytest.raises(SuperFencesException, match=said):
        made(f"```memory {header}\n{program}\n```\n")
