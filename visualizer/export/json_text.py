"""Values as JSON in UTF-8 that any reader takes line by line."""

import json
import re

_BREAKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What some readers take for the end of a line, and what UTF-8 has no bytes for."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def json_text(value: object) -> str:
    """``value`` as JSON on one line; lone surrogates as escapes, so that it can be encoded."""
    text = _ENCODER.encode(value)
    return text if text.isascii() else _BREAKS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
