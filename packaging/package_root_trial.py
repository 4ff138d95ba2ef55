"""Try a .deb for real: in a clean Debian, as an ordinary user with a Korean home.

    python3 packaging/package_root_trial.py SUITE DEB NEWER_DEB [FOLDER]

As root, on Debian, with mmdebstrap installed and apt set up. SUITE is bookworm or trixie. Installs
DEB with apt, makes the smoke test (package_smoke.py), opens the window on a virtual X server and
steps by keyboard, asks for the file type, upgrades to NEWER_DEB and purges. The picture of the
screen and the log go to FOLDER, by default `.build/package/trials`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
# The trial needs a screen, a keyboard, Korean, and programs that name a file's type.
TOOLS = "xvfb xdotool locales shared-mime-info desktop-file-utils libglib2.0-bin appstream man-db"


def main(arguments: list[str]) -> int:
    """Make the root, run the trial in it, and remove it."""
    if not 3 <= len(arguments) <= 4:
        sys.stderr.write(__doc__ or "")
        return 2
    suite, first, newer = arguments[:3]
    out = Path(*arguments[3:]) if arguments[3:] else PACKAGING.parent / ".build/package/trials"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"visualizer-{suite}-") as scratch:
        root = Path(scratch, "root")
        archive = Path(scratch, "root.tar")
        subprocess.run(["mmdebstrap", "--variant=minbase", suite, archive], check=True)
        root.mkdir(mode=0o755)
        Path(scratch).chmod(0o755)
        subprocess.run(["tar", "--extract", "--file", archive, "--directory", root], check=True)
        return try_in(root, suite, Path(first), Path(newer), out)


def try_in(root: Path, suite: str, first: Path, newer: Path, out: Path) -> int:
    """Run the trial in a root; its mounts are its own and end with it."""
    trial = root / "trial"
    (trial / "out").mkdir(parents=True)
    trial.chmod(0o755)
    (trial / "out").chmod(0o777)
    shutil.copy(first, trial / "first.deb")
    shutil.copy(newer, trial / "newer.deb")
    shutil.copy(PACKAGING / "package_smoke.py", trial)
    (trial / "program.py").write_text("a = [1]\nb = a\nb.append(2)\nprint(a)\n", encoding="utf-8")
    shutil.copy(PACKAGING / "package_root_trial.sh", trial / "try.sh")
    inside = (
        f"mount -t proc proc '{root}/proc' && mount --rbind /dev '{root}/dev'"
        f" && mount -t tmpfs tmpfs '{root}/dev/shm' -o mode=1777"
        f" && cp /etc/resolv.conf '{root}/etc/'"
        f" && exec chroot '{root}' bash /trial/try.sh '{TOOLS}'"
    )
    log = out / f"{suite}.log"
    with log.open("wb") as file:
        code = subprocess.call(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", inside],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    screen = trial / "out" / "screen.xwd"
    if screen.exists():
        shutil.copy(screen, out / f"{suite}.xwd")
    print(log.read_text(encoding="utf-8", errors="replace"))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
