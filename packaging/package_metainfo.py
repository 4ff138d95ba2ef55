"""Describes the application for software centres (AppStream)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from package_description import LICENCE

if TYPE_CHECKING:
    from package_description import Description


def metainfo(description: Description, seconds: float) -> str:
    """Return the metainfo file; `seconds` since 1970 is the date of this version."""
    day = time.strftime("%Y-%m-%d", time.gmtime(seconds))
    told = "".join(
        f"  <{tag}{_in(language)}>{escape(text)}</{tag}>\n"
        for tag, texts in (("name", description.titles), ("summary", description.summaries))
        for language, text in texts.items()
    )
    story = "".join(
        f"    <p{_in(language)}>{escape(text)}</p>\n"
        for language, text in description.stories.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<component type="desktop-application">\n'
        f"  <id>{description.id}</id>\n"
        "  <metadata_license>CC0-1.0</metadata_license>\n"
        f"  <project_license>{LICENCE}</project_license>\n"
        '  <developer id="org.example"><name>The visualizer authors</name></developer>\n'
        f"{told}  <description>\n{story}  </description>\n"
        f'  <launchable type="desktop-id">{description.id}.desktop</launchable>\n'
        "  <provides>\n"
        f"    <binary>{description.name}</binary>\n"
        f"    <mediatype>{description.recording.type}</mediatype>\n"
        "  </provides>\n"
        '  <content_rating type="oars-1.1"/>\n'
        f'  <releases><release version="{description.version}" date="{day}"/></releases>\n'
        "</component>\n"
    )


def _in(language: str) -> str:
    return "" if language == "en" else f' xml:lang="{language}"'
