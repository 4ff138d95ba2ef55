"""Who a process of a run is, in words."""

from visualizer.shell.appearance.words import Words


def role_words(role: str, words: Words) -> str:
    """``parent``, ``worker 1``, ``manager``, ``tracker``."""
    kind, _, number = role.partition(" ")
    if kind == "worker":
        return words("shm.worker", number=number)
    known = {"parent": "shm.parent", "manager": "shm.manager", "tracker": "shm.tracker"}
    return words(known[kind]) if kind in known else role
