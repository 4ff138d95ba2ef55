"""A window's own folder for recordings, unsaved text and position, locked while it is open.

The lock distinguishes an open window from a closed or crashed one: it counts as free as soon as its
process has ended.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile

from visualizer.platform.files import patiently
from visualizer.shell.program.document import write_whole

_LOCK, _STATE, _DRAFT = "lock", "session.json", "draft.json"
_RESCUED = "rescued-"


class SessionFolder:
    """A window's folder, created when first needed, unless the window takes over a former one.

    ``root`` is the folder of all windows' folders. If it cannot be written, the folder is a
    temporary one, and ``lasting`` is False: closing the window deletes it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self._state: dict[str, object] | None = None
        self._draft: dict[str, object] | None = None
        self._borrowed: QLockFile | None = None
        self.lasting = True

    @property
    def path(self) -> Path:
        """The folder's path; the first use creates the folder."""
        if self._path is None:
            try:
                self.root.mkdir(parents=True, exist_ok=True)
                self._path = Path(tempfile.mkdtemp(prefix="window-", dir=self.root))
            except OSError:
                self._path, self.lasting = Path(tempfile.mkdtemp(prefix="visualizer-")), False
            self._lock = locked(self._path)
        return self._path

    @property
    def begun(self) -> bool:
        """Whether the folder exists already."""
        return self._path is not None

    def take_over(self, path: Path) -> bool:
        """Use a former folder; False if this window has one already, or the other is in use."""
        if self._path is not None or (lock := locked(path)) is None:
            return False
        try:
            _rescue(path)
        except OSError:
            # New text would overwrite the text that cannot be moved.
            lock.unlock()
            return False
        self._path, self._lock = path, lock
        return True

    def borrow(self, file: Path | None) -> None:
        """Protect another window's folder from the sweep while its ``file`` is open."""
        if self._borrowed is not None:
            self._borrowed.unlock()
            self._borrowed = None
        folder = file.resolve().parent if file is not None else None
        if folder is not None and folder.parent == self.root.resolve() and folder != self._path:
            self._borrowed = locked(folder)

    def write_state(self, state: dict[str, object]) -> None:
        """Store the window's position; raises ``OSError``."""
        if state != self._state:
            # Without waiting for the disk: steps cause frequent writes, and a loss is harmless.
            beside = self.path / f".{_STATE}"
            beside.write_text(json.dumps(state))
            patiently(partial(beside.replace, self.path / _STATE))
            self._state = state

    def write_draft(self, draft: dict[str, object] | None) -> None:
        """Store unsaved text, or that there is none; raise ``NotKept`` on failure."""
        if draft is not None:
            if draft != self._draft:
                write_json(self.path / _DRAFT, draft)
            self._draft = draft
        elif self._path is not None:
            patiently(partial(self._path.joinpath(_DRAFT).unlink, missing_ok=True))
            self._draft = None

    def close(self, keep: str | None = None) -> None:
        """Remove everything except the texts and the recording named ``keep``."""
        self.borrow(None)
        if self._path is None:
            return
        if self.lasting:
            tidy(self._path, keep)
        else:
            shutil.rmtree(self._path, ignore_errors=True)
        if self._lock is not None:
            self._lock.unlock()
        if self.lasting and not any(self._path.iterdir()):
            self._path.rmdir()
        self._path = self._lock = self._state = self._draft = None


def _rescue(folder: Path) -> None:
    """Move unsaved text away, so that new text does not overwrite it. Raises ``OSError``."""
    draft = folder / _DRAFT
    if draft.exists():
        number = sum(1 for _ in folder.glob(f"{_RESCUED}*"))
        aside = folder / f"{_RESCUED}{draft.stat().st_mtime_ns}-{number}.json"
        patiently(partial(draft.rename, aside))


def locked(path: Path) -> QLockFile | None:
    """Lock a folder and return the lock; None if a window holds it."""
    lock = QLockFile(str(path / _LOCK))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def folders(root: Path) -> list[Path]:
    """Return all windows' folders, the most recently written first."""
    try:
        found = [path for path in root.iterdir() if path.is_dir()]
    except OSError:
        return []
    return sorted(found, key=_written, reverse=True)


def _written(folder: Path) -> int:
    times = [0]
    for name in (_STATE, _DRAFT):
        try:
            times.append((folder / name).stat().st_mtime_ns)
        except OSError:
            continue
    return max(times)


def state_of(folder: Path) -> dict[str, object]:
    """Return the position of a folder's window; empty if it is unknown."""
    return read_json(folder / _STATE)


def forget_state(folder: Path) -> None:
    """Remove the stored position of a folder's window."""
    (folder / _STATE).unlink(missing_ok=True)


def drafts_in(folder: Path) -> Iterator[Path]:
    """Yield the files with unsaved text that a window left."""
    yield from rescued_in(folder)
    if (draft := folder / _DRAFT).exists():
        yield draft


def rescued_in(folder: Path) -> list[Path]:
    """Return the texts that were moved away when another window took over the folder."""
    return sorted(folder.glob(f"{_RESCUED}*.json"))


def tidy(folder: Path, keep: str | None) -> None:
    """Remove all files except texts and the recording ``keep``.

    Windows does not remove open files; a later call does.
    """
    for path in folder.iterdir():
        if path.name in (_LOCK, _STATE, _DRAFT) or path.name.startswith(_RESCUED):
            continue
        if keep is not None and path.name.startswith(keep):
            # The reader's own files for the recording have the same beginning.
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def write_json(path: Path, content: dict[str, object]) -> None:
    """Write the file completely or not at all; raises ``NotKept``."""
    write_whole(path, json.dumps(content, ensure_ascii=True).encode())
    os.chmod(path, 0o600)


def read_json(path: Path) -> dict[str, object]:
    """Return the stored object; empty if the file is missing or invalid."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


VERSION = 1


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The position of a window: a program or a ``kept`` recording, the step and the zoom.

    ``recording`` is the name of the shown recording in the window's folder, or the path of another;
    ``lesson`` is the file of the open lesson.
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
        recording=name if isinstance(name, str) and _is_usable(Path(name)) else None,
        step=step if type(step) is int and step > 0 else 0,
        zoom=zoom if isinstance(zoom, float) and 0 < zoom < 100 else None,
        lesson=Path(lesson) if isinstance(lesson, str) and lesson else None,
    )


def _is_usable(recording: Path) -> bool:
    return recording.is_absolute() or len(recording.parts) == 1


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


QUOTA = 2 << 30
"""The maximum size of all windows' unsaved recordings together, in bytes."""
MOST = 20
"""The maximum number of closed windows' folders; the oldest ones are removed."""


def sweep(root: Path, quota: int = QUOTA, most: int = MOST) -> None:
    """Remove incomplete files of crashed windows, then the oldest recordings beyond the limits.

    It never removes unsaved text, nor files of an open window.
    """
    found = folders(root)
    left = [folder for folder in found if _clear(folder, with_recording=True)]
    taken = sum(_size(folder) for folder in found)
    while left and (taken > quota or len(left) > most):
        oldest = left.pop()
        taken -= _size(oldest)
        _clear(oldest, with_recording=False)
        taken += _size(oldest)


def _clear(folder: Path, *, with_recording: bool) -> bool:
    """Keep texts, and the recording if wanted; False if a window is open or the folder is empty."""
    lock = locked(folder)
    if lock is None:
        return False
    state = whereabouts(state_of(folder)) if with_recording else None
    try:
        tidy(folder, state.recording if state else None)
        stays = state is not None or any(drafts_in(folder))
        if not stays:
            forget_state(folder)
    except OSError:
        # The files stay until the next sweep; a failure needs no message.
        stays = True
    lock.unlock()
    if not stays:
        with suppress(OSError):
            folder.rmdir()
    return stays


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            total += path.stat().st_size
    return total
