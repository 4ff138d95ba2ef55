"""The tarball: the bundle, for any folder of any Linux with a recent C library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from package_bundle import machine_of
from package_description import MOST_PACKED
from package_tools import call, hold, stage

if TYPE_CHECKING:
    from pathlib import Path

    from package_bundle import Workshop
    from package_python import Bundle


def build_tarball(shop: Workshop, bundle: Bundle) -> Path:
    """Pack the bundle under a folder of the application's name and version."""
    name = f"{shop.description.name}-{shop.description.version}"
    path = shop.dist / f"{name}-{machine_of(bundle)}.tar.xz"
    with stage(f"packing {path.name}"):
        call(
            *("tar", "--create", "--file", path, "--directory", bundle.folder),
            *("--owner=0", "--group=0", "--numeric-owner", "--sort=name"),
            *("--use-compress-program", "xz -T0 -6"),
            *("--transform", f"s,^\\.,{name},S", "."),
        )
    hold(path, MOST_PACKED)
    return path
