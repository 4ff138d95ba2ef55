"""JSON in UTF-8 that every reader splits into the same lines."""

import json
import re

_BREAKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""Characters that some readers treat as line ends, and surrogates, which UTF-8 cannot encode."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def json_text(value: object) -> str:
    """Return ``value`` as one line of JSON; escapes characters that UTF-8 cannot encode."""
    text = _ENCODER.encode(value)
    return text if text.isascii() else _BREAKS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
