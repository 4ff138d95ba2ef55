"""Tries a package other than a .deb: `python3 packaging/package_linux_trial.py PACKAGE`, an
AppImage or wheel.

An AppImage is run twice, by FUSE and unpacked, in a folder with blanks and Korean letters. A wheel
is installed by `uv tool`, pip and pipx, each into a clean environment outside the checkout, for the
Python that `--python` names (the running one without). Each runs the smoke test (package_smoke.py).
It ends with exit code 1 at the first fault; files left behind are one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dev_environment import SetUpError
from dev_uv import get_uv
from package_smoke import CHECKS, Fault, import_library, try_out
from package_tools import ask, call

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_AT_END = 30.0
"""Seconds for the application to end after the signal, and then for the image's mount."""
LOOK_EVERY = 0.1
UNPACKED = "APPIMAGE_EXTRACT_AND_RUN"
# Prints that it runs, and its folder, and then runs until a signal ends it.
WAITING = """\
import sys, time
with open("/proc/self/mountinfo") as file:
    print("squashfuse" if "squashfuse" in file.read() else "plain", flush=True)
time.sleep(600)
"""


def try_appimage(app: Path, folder: Path, keep: Path | None) -> None:
    """Run it in a student's folder. Raises Fault if it fails or leaves files."""
    app = Path(shutil.copy2(app, folder))
    ask(app, "--appimage-extract", folder=folder)
    python = next((folder / "squashfs-root").glob("usr/lib/*/bin/python3"))
    rooms = folder / "tmp"
    rooms.mkdir()
    os.environ["TMPDIR"] = str(rooms)
    for kind in ("squashfuse", "plain"):
        os.environ.pop(UNPACKED, None)
        if kind == "plain":
            os.environ[UNPACKED] = "1"
        print(f"== {kind}", flush=True)
        end_by_signal(app, folder, kind)
        try_out(app, python, keep)
        hold_empty(rooms)


def end_by_signal(app: Path, folder: Path, kind: str) -> None:
    """Check that a signalled program removes its unpacked files."""
    program = folder / "기다림.py"
    program.write_text(WAITING, encoding="utf-8")
    recording = folder / "기다림.memtrace"
    command: list[str | Path] = [app, "record", program, "-o", recording]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        said = running.stdout.readline().strip() if running.stdout else ""
        running.send_signal(signal.SIGTERM)
        try:
            running.communicate(timeout=PATIENCE_AT_END)
        except subprocess.TimeoutExpired as error:
            raise Fault("what it runs goes on when it is told to end") from error
    if said != kind:
        raise Fault(f"it runs from {said or 'nowhere'}, not from {kind}")


def hold_empty(folder: Path) -> None:
    """Raise Fault if files are left after the image's mount has ended."""
    until = time.monotonic() + PATIENCE_AT_END
    while left := [path.name for path in folder.glob(".visualizer-*")]:
        if time.monotonic() > until:
            raise Fault(f"left behind: {left}")
        time.sleep(LOOK_EVERY)
    print("nothing is left", flush=True)


def try_wheel(wheel: Path, python: Path, folder: Path, keep: Path | None) -> None:
    """Install it by each installer of the README; a wheel has no fonts and no libraries."""
    checks = [check for check in CHECKS if check is not import_library]
    for install in (by_uv, by_pip, by_pipx):
        print(f"== {install.__name__.replace('_', ' ')}", flush=True)
        command = install(wheel, python, folder)
        try_out(command, None, keep, checks=checks, has_fonts=False)


def by_uv(wheel: Path, python: Path, folder: Path) -> Path:
    """`uv tool install`, with tools and commands below the folder."""
    told = {"UV_TOOL_DIR": str(folder / "uv tools"), "UV_TOOL_BIN_DIR": str(folder / "uv bin")}
    uv = get_uv(ROOT, ROOT / ".build")
    uv.run("tool", "install", "--quiet", "--python", python, wheel, variables=told)
    return folder / "uv bin" / "visualizer"


def by_pip(wheel: Path, python: Path, folder: Path) -> Path:
    """`pip install` in an environment with only pip."""
    environment = folder / "pip 환경"
    call(python, "-m", "venv", environment)
    call(environment / "bin" / "python", "-m", "pip", "install", "--quiet", wheel)
    return environment / "bin" / "visualizer"


def by_pipx(wheel: Path, python: Path, folder: Path) -> Path:
    """`pipx install`, by a pipx in its own environment."""
    environment, bin_folder = folder / "pipx", folder / "pipx bin"
    call(python, "-m", "venv", environment)
    call(environment / "bin" / "python", "-m", "pip", "install", "--quiet", "pipx")
    told = {"PIPX_HOME": str(folder / "pipx home"), "PIPX_BIN_DIR": str(bin_folder)}
    call(environment / "bin" / "pipx", "install", "--python", python, wheel, variables=told)
    return bin_folder / "visualizer"


def main(arguments: list[str]) -> int:
    """Try a package; return 1 for a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    parser.add_argument("--keep", type=Path, help="a folder for the picture of the window")
    found = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="내 폴더 ") as scratch:
        try:
            if found.package.suffix == ".whl":
                try_wheel(found.package.resolve(), found.python, Path(scratch), found.keep)
            else:
                try_appimage(found.package.resolve(), Path(scratch), found.keep)
        except (Fault, OSError, SetUpError, ValueError, subprocess.SubprocessError) as error:
            sys.stderr.write(f"package_linux_trial.py: {error}\n")
            return 1
    print("all good")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
