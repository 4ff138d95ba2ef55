"""Limits the number and size of closed windows' folders; never changes a locked folder."""

from contextlib import suppress
from pathlib import Path

from visualizer.shell.sessions.folder import (
    drafts_in,
    folders,
    forget_state,
    locked,
    state_of,
    tidy,
)
from visualizer.shell.sessions.notes import whereabouts

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
