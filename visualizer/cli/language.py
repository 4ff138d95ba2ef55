"""Says messages in the user's language. It imports the words with the first message: most
recordings print none.
"""

import os
import re

from visualizer.model import VisualizerError


def language() -> str:
    """``VISUALIZER_LANGUAGE``, else the locale's language if we speak it, else English."""
    from visualizer.words import LANGUAGES

    asked = os.environ.get("VISUALIZER_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "ko" if os.environ[variable].startswith("ko") else "en"
    import locale  # the environment mostly decides

    return "ko" if (locale.getlocale()[0] or "").startswith(("ko", "Korean")) else "en"


def translated(template: str, **details: object) -> str:
    """Return an English ``template`` in the language of messages, with its details. The int ``n``
    chooses the plural form.
    """
    from visualizer.words import fill, translate_message, written_table

    arguments = {
        key: value if isinstance(value, int) else str(value) for key, value in details.items()
    }
    try:
        return translate_message(template, arguments, written_table(language()))
    except (OSError, ValueError):
        # Words that are lost or damaged: show the English text.
        return fill(template, arguments) if arguments else template


def later(template: str) -> str:
    """Return ``template`` itself: a message that is translated when it is shown."""
    return template


def error_text(error: VisualizerError) -> str:
    """Return the message of ``error`` on one line."""
    details = {key: _one_line(value) for key, value in error.details.items()}
    if "reason" in details:
        details["reason"] = translated_text(details["reason"])
    return translated(error.template, **details) if details else translated_text(str(error))


def translated_text(text: str) -> str:
    """Return a complete English message in the language of messages if it is known."""
    from visualizer.words import translate_finished

    text = _one_line(text)
    try:
        return translate_finished(text, language())
    except (OSError, ValueError):
        return text


def _one_line(value: object) -> str:
    """Return the value without line breaks, which a path or a foreign message may have."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", _visible, str(value))


def _visible(found: re.Match[str]) -> str:
    return " " if found[0] in ("\n", "\r\n") else repr(found[0])[1:-1]
