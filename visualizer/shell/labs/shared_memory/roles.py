"""The roles of a run's processes, in words."""

from visualizer.shell.appearance.words import Words


def role_words(role: str, words: Words) -> str:
    """Return the words for ``parent``, ``worker N``, ``manager`` or ``tracker``."""
    kind, _, number = role.partition(" ")
    if kind == "worker":
        return words("shm.worker", number=number)
    known = {"parent": "shm.parent", "manager": "shm.manager", "tracker": "shm.tracker"}
    return words(known[kind]) if kind in known else role
