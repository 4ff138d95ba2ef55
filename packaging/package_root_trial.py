"""Try a .deb for real: in a clean Debian, as an ordinary user with a Korean home.

    python3 packaging/package_root_trial.py SUITE DEB NEWER_DEB [FOLDER]

As root, on Debian, with mmdebstrap installed and apt set up. SUITE is bookworm or trixie. Installs
DEB with apt, makes the smoke test (package_smoke.py), opens the window on an X server that nobody
sees and steps by keyboard, asks for the file type, upgrades to NEWER_DEB and purges. The picture of
the screen and the log go to FOLDER, by default `.build/package/trials`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
# What the trial itself needs beside the package: a screen, keys, and the askers for file types.
TOOLS = "xvfb xdotool shared-mime-info desktop-file-utils libglib2.0-bin appstream man-db"
IN_ROOT = r"""#!/bin/bash
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cd /trial
apt-get -qq update
apt-get -qq -y --no-install-recommends install @TOOLS@ >/dev/null
find / -xdev -not -path '/proc/*' -not -path '/var/*' -not -path '/trial/*' | sort > before
echo "== install"
apt-get -qq -y --no-install-recommends install ./first.deb >/dev/null
dpkg -s visualizer | grep -E '^(Status|Version|Installed-Size)'
useradd --create-home --home-dir '/home/학생 kim' student
as_student() { su student -c "export LC_ALL=C.UTF-8 LANG=ko_KR.UTF-8 HOME='/home/학생 kim'; cd; $1"; }
echo "== smoke test as $(su student -c id)"
as_student '/usr/lib/visualizer/bin/python3 /trial/package_smoke.py /usr/bin/visualizer'
echo "== desktop"
desktop-file-validate /usr/share/applications/org.example.Visualizer.desktop && echo entry valid
appstreamcli validate --no-net /usr/share/metainfo/*.metainfo.xml || true
man -l /usr/share/man/man1/visualizer.1.gz | head -5
as_student 'visualizer record --recorder core /trial/program.py -o "기록.memtrace"; gio info -a standard::content-type 기록.memtrace | tail -1; gio mime application/x-memtrace | head -3'
echo "== window, by keyboard"
as_student 'mkdir -p screen; Xvfb :77 -screen 0 1280x900x24 -fbdir screen >/dev/null 2>&1 & server=$!; sleep 2
export DISPLAY=:77; visualizer 기록.memtrace & window=$!
found=; for _ in $(seq 60); do found=$(xdotool search --onlyvisible --class visualizer 2>/dev/null | head -1); [ -n "$found" ] && break; sleep .5; done
[ -n "$found" ]; sleep 4; xdotool getwindowname $found; xdotool windowfocus $found; xdotool key Home; sleep 1; xdotool key Right Right Right; sleep 2
xdotool getwindowname $found; cp screen/Xvfb_screen0 /trial/out/screen.xwd; kill $window; wait $window || true; kill $server'
echo "== upgrade"
apt-get -qq -y --no-install-recommends install ./newer.deb >/dev/null
dpkg -s visualizer | grep -E '^(Status|Version)'
as_student 'visualizer --version; visualizer check 기록.memtrace'
echo "== purge"
apt-get -qq -y purge visualizer >/dev/null
apt-get -qq -y autoremove --purge >/dev/null
find / -xdev -not -path '/proc/*' -not -path '/var/*' -not -path '/trial/*' | sort > after
left=$(comm -13 before after | grep -v -e '^/home/' -e '^/etc/\(passwd\|group\|shadow\|gshadow\|sub.id\)' -e '^/tmp' -e mime -e '/icon-theme.cache$' || true)
left="$left$(comm -13 before after | grep -e memtrace -e '/visualizer' | grep -v '^/home/' || true)"
[ -z "$left" ] && echo nothing is left || { echo "left: $left"; exit 1; }
grep -q memtrace /usr/share/mime/globs2 && { echo file type is left; exit 1; }
echo ALL GOOD
"""
# Xvfb keeps its screen in a file, as xwd writes them.
TO_PNG = """
import struct, sys
from PySide6.QtGui import QImage
data = open(sys.argv[1], "rb").read()
head = struct.unpack(">25I", data[:100])
start, width, height, line = head[0] + 12 * head[19], head[4], head[5], head[12]
QImage(data[start:], width, height, line, QImage.Format.Format_RGB32).save(sys.argv[2])
"""


def main(arguments: list[str]) -> int:
    """Make the root, run the trial in it, and take its root away again."""
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
    (trial / "try.sh").write_text(IN_ROOT.replace("@TOOLS@", TOOLS), encoding="utf-8")
    inside = (
        f"mount -t proc proc '{root}/proc' && mount --rbind /dev '{root}/dev'"
        f" && mount -t tmpfs tmpfs '{root}/dev/shm' -o mode=1777"
        f" && cp /etc/resolv.conf '{root}/etc/' && exec chroot '{root}' bash /trial/try.sh"
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
