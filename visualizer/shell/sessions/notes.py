"""The stored position and unsaved text of a window, to and from JSON."""

from dataclasses import asdict, dataclass
from pathlib import Path

VERSION = 1


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The position of a window: a program or a ``kept`` recording, the step and the zoom.

    ``recording`` is the name of the shown recording in the window's folder, ``lesson`` the file of
    the open lesson.
    """

    path: Path | None
    example: bool = False
    kept: bool = False
    recording: str | None = None
    step: int = 0
    zoom: float | None = None
    lesson: Path | None = None


def whereabouts(found: dict[str, object]) -> Whereabouts | None:
    """Return the stored position; None if it is missing or invalid."""
    if found.get("version") != VERSION:
        return None
    path, name, lesson = (found.get(key) for key in ("path", "recording", "lesson"))
    step, zoom = found.get("step"), found.get("zoom")
    return Whereabouts(
        Path(path) if isinstance(path, str) and path else None,
        example=found.get("example") is True,
        kept=found.get("kept") is True,
        recording=name if isinstance(name, str) and Path(name).name == name else None,
        step=step if type(step) is int and step > 0 else 0,
        zoom=zoom if isinstance(zoom, float) and 0 < zoom < 100 else None,
        lesson=Path(lesson) if isinstance(lesson, str) and lesson else None,
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved text of the program at ``path``, or of a program without a file."""

    text: str
    path: Path | None
    example: bool = False


def draft(found: dict[str, object]) -> Draft | None:
    """Return the stored text; None if it is invalid."""
    text, path = found.get("text"), found.get("path")
    if found.get("version") != VERSION or not isinstance(text, str):
        return None
    own = Path(path) if isinstance(path, str) and path else None
    return Draft(text, own, found.get("example") is True)


def as_json(noted: Whereabouts | Draft) -> dict[str, object]:
    """Return the values to store."""
    values = asdict(noted).items()
    return {"version": VERSION} | {
        key: str(one) if isinstance(one, Path) else one for key, one in values
    }
