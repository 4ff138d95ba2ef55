"""Tries the set-up, on Windows: `python packaging/package_windows_trial.py SETUP`.

Run with any Python, by a user who is no administrator: it installs silently into a folder with
blanks and Korean letters, runs the smoke test there (package_smoke.py), installs over it again,
uninstalls, and checks for remains. It ends with exit code 1 at the first fault.
"""

from __future__ import annotations

import argparse
import os
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from package_smoke import CHECKS, Fault, try_out

PATIENCE = 120.0
"""Seconds for the uninstaller, which continues after the started program has ended."""
LOOK_EVERY = 0.1
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\visualizer"
SUFFIX = r"Software\Classes\.memtrace"


def value(key: str, name: str = "") -> str:
    """Return a text of the user's part of the registry; empty if there is none."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as found:
                return str(winreg.QueryValueEx(found, name)[0])
        except OSError:
            pass
    return ""


def shortcut() -> Path:
    """Return the path of the entry in the start menu."""
    programs = Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs")
    return programs / "Visualizer.lnk"


def install(setup: Path, folder: Path, mend: str) -> Path:
    """Install silently; return the folder of the programs."""
    # NSIS wants /D= last and without quotation marks, blanks or not.
    code = subprocess.run(f'"{setup}" /S /D={folder}', check=False).returncode
    program = folder / "program"
    if code or not (program / "pythonw.exe").is_file():
        raise Fault(f"the set-up ended with exit code {code}")
    if mend:
        runpy.run_path(mend, {"program": program})
    return program


def look_at_entries(program: Path) -> None:
    """Check the entries in the start menu and the shell."""
    if not shortcut().is_file():
        raise Fault(f"{shortcut()} is missing")
    kind = value(SUFFIX)
    command = value(rf"Software\Classes\{kind}\shell\open\command")
    if str(program / "pythonw.exe") not in command or '"%1"' not in command:
        raise Fault(f"recordings are opened by {command!r}")
    if value(UNINSTALL, "InstallLocation") != str(program.parent):
        raise Fault("the list of programs does not tell where it is")


def uninstall(folder: Path) -> None:
    """Uninstall silently. Raises Fault if files or entries are left."""
    own = folder / "of the user.txt"
    own.write_text("stays", encoding="utf-8")
    subprocess.run([folder / "uninstall.exe", "/S"], check=True)
    until = time.monotonic() + PATIENCE
    while (folder / "uninstall.exe").exists() or value(UNINSTALL, "DisplayName"):
        if time.monotonic() > until:
            raise Fault("the uninstaller does not end")
        time.sleep(LOOK_EVERY)
    left = [path.name for path in folder.iterdir() if path != own]
    if left or shortcut().exists() or value(SUFFIX):
        raise Fault(f"left behind: {left}, {shortcut().exists()}, {value(SUFFIX)!r}")
    if not own.exists():
        raise Fault("a file of the user's is gone")


def main(arguments: list[str]) -> int:
    """Try a set-up; return 1 for a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("setup", type=Path)
    names = [check.__name__ for check in CHECKS]
    parser.add_argument("--leave-out", action="append", choices=names, default=[], metavar="CHECK")
    parser.add_argument("--mend", default="", help="a Python file to run on what is installed")
    parser.add_argument("--keep", type=Path, help="a folder for the picture of the window")
    found = parser.parse_args(arguments)
    checks = [check for check in CHECKS if check.__name__ not in found.leave_out]
    with tempfile.TemporaryDirectory(prefix="시험 trial ") as scratch:
        folder = Path(scratch, "비주얼라이저 1")
        try:
            program = install(found.setup.resolve(), folder, found.mend)
            look_at_entries(program)
            print("installed", flush=True)
            try_out(program / "visualizer.cmd", program / "python.exe", found.keep, checks=checks)
            install(found.setup.resolve(), folder, found.mend)
            print("installed over it", flush=True)
            uninstall(folder)
            print("uninstalled", flush=True)
        except (Fault, OSError, ValueError, subprocess.SubprocessError) as error:
            sys.stderr.write(f"package_windows_trial.py: {error}\n")
            return 1
    print("all good" if not found.leave_out else f"all good; left out: {found.leave_out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
