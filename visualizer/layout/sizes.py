"""Formats sizes in bytes."""


def written_size(size: int) -> str:
    """Return a number of bytes for a person: ``72 B``, ``8,056 B``, ``40.0 KB``, ``4.0 MB``."""
    if size < 10_000:
        return f"{size:,} B"
    for unit, scale in (("KB", 1e3), ("MB", 1e6)):
        if size < 1000 * scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size / 1e9:.1f} GB"
