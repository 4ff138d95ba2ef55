"""Keeps the folders of windows that are gone within bounds; never touches one that is held."""

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
"""Bytes that unsaved recordings may take, all windows together."""
MOST = 20
"""Folders of windows that are gone, beyond which the oldest go."""


def sweep(root: Path, quota: int = QUOTA, most: int = MOST) -> None:
    """Remove what crashed windows left half done, then the oldest recordings beyond ``quota``.

    Unsaved text is never removed here, nor anything of a window that is open.
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
    """Keep the texts, and the recording if asked; False where a window is open or nothing left."""
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
        # It stays for the next time: what cannot be removed is not worth a word.
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
