"""uv, the package installer, in a folder of its own below `.build/`."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from dev_environment import CONSTRAINTS, EXE, SCRIPTS, STANDARD_ERROR, WINDOWS, SetUpError, say
from dev_system import install_with_apt

# pip's option: uv's variable of the same meaning.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "timeout": "UV_HTTP_TIMEOUT",
}
# Later ones outrank earlier ones, as with pip.
PIP_SECTIONS = ("global", "install", ":env:")


class Uv:
    """An installed uv, run in the checkout. `variables` is its environment, `more` has additions
    for a second try.
    """

    def __init__(
        self, executable: Path, root: Path, variables: dict[str, str], more: dict[str, str]
    ) -> None:
        self._executable = executable
        self._root = root
        self._variables = variables
        self._more = more

    def run(self, *arguments: str | Path, variables: dict[str, str] | None = None) -> None:
        """Run one command with further `variables`; its output goes to standard error."""
        command = [self._executable, *arguments]
        own = {**self._variables, **(variables or {})}
        try:
            run_installer(command, self._root, own)
        except SetUpError:
            if not self._more:
                raise
            say("once more, with the further indexes and folders that pip is set to")
            run_installer(command, self._root, {**self._more, **own})

    def find(self, version: str) -> str:
        """Return the path of a Python that uv has fetched before, or an empty text."""
        options = ("--managed-python", "--no-python-downloads")
        answer = subprocess.run(
            [self._executable, "python", "find", *options, version],
            cwd=self._root,
            env=self._variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return "" if answer.returncode else os.fsdecode(answer.stdout).strip()


def get_uv(root: Path, build: Path) -> Uv:
    """Return the uv that the constraints pin, installed the first time."""
    version = pinned_version(root, "uv")
    folder = build / f"uv-{version}"
    executable = folder / SCRIPTS / f"uv{EXE}"
    variables = installer_variables(build)
    if not executable.exists():
        say(f"installing uv {version}")
        install_uv(f"uv=={version}", folder, root, variables)
    own_python = folder / SCRIPTS / f"python{EXE}"
    settings = pip_settings(own_python if own_python.exists() else sys.executable)
    return Uv(executable, root, {**uv_settings(settings), **variables}, further_sources(settings))


def pinned_version(root: Path, name: str) -> str:
    """Return the version that the constraints give a package."""
    text = (root / CONSTRAINTS).read_text(encoding="utf-8")
    match = re.search(rf"^{re.escape(name)}==(\S+)", text, re.MULTILINE)
    if match is None:
        raise SetUpError(f"{CONSTRAINTS} does not name a version of {name}")
    return match.group(1)


def installer_variables(build: Path) -> dict[str, str]:
    """Return the environment for installers: without variables that configure Python, and with
    writable caches, below `.build/` if there is no usable home folder.
    """
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    variables.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0")
    variables.pop("PIP_REQUIRE_VIRTUALENV", None)
    home = os.environ.get("USERPROFILE" if WINDOWS else "HOME", "")
    if not (Path(home).is_absolute() and os.access(home, os.W_OK)):
        variables.setdefault("UV_CACHE_DIR", str(build / "uv-cache"))
        variables.setdefault("UV_PYTHON_INSTALL_DIR", str(build / "pythons"))
        variables.setdefault("PIP_CACHE_DIR", str(build / "pip-cache"))
    return variables


def install_uv(requirement: str, folder: Path, root: Path, variables: dict[str, str]) -> None:
    """Install uv by venv or pip, whichever exists; Debian may have neither."""
    if not has_module("ensurepip") and not has_module("pip"):
        install_with_apt(["python3-venv"])
        importlib.invalidate_caches()
    unfinished = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    install = ("-m", "pip", "install", "--quiet", requirement)
    if has_module("ensurepip"):
        run_installer([sys.executable, "-I", "-m", "venv", unfinished], root, variables)
        run_installer([unfinished / SCRIPTS / f"python{EXE}", *install], root, variables)
    elif has_module("pip"):
        run_installer([sys.executable, *install, "--target", unfinished], root, variables)
    else:
        raise SetUpError(
            "this Python has neither venv nor pip; install the package python3-venv "
            "(as administrator: apt-get install python3-venv), then run the same command again"
        )
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.rename(folder)


def has_module(name: str) -> bool:
    """Whether this Python has a module, without importing it."""
    return importlib.util.find_spec(name) is not None


def pip_settings(python: str | Path) -> dict[str, str]:
    """Return the settings of that Python's pip, by option, from its files and variables. pip prints
    them as lines of `section.option='value'`.
    """
    command = [python, "-I", "-m", "pip", "config", "list"]
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    lines = [line.partition("=") for line in os.fsdecode(answer.stdout).splitlines()]
    return {
        name[len(section) + 1 :]: str(ast.literal_eval(value))
        for section in PIP_SECTIONS
        for name, _, value in lines
        if name.startswith(f"{section}.")
    }


def uv_settings(settings: dict[str, str]) -> dict[str, str]:
    """Return the same settings as uv's variables."""
    return {
        variable: settings[option].strip().replace("\n", " ")
        for option, variable in PIP_TO_UV.items()
        if option in settings
    }


def further_sources(settings: dict[str, str]) -> dict[str, str]:
    """Return pip's further indexes as uv's variables. Not for the first try: if both have a
    version, uv uses only the further index's files, perhaps without a wheel that fits.
    """
    variables = {}
    if "extra-index-url" in settings:
        variables["UV_INDEX"] = " ".join(settings["extra-index-url"].split())
        variables["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if "find-links" in settings:
        variables["UV_FIND_LINKS"] = ",".join(settings["find-links"].split())
    return variables


def run_installer(command: list[str | Path], root: Path, variables: dict[str, str]) -> None:
    """Run an installer without standard input; its output goes to standard error."""
    sys.stderr.flush()
    code = subprocess.call(
        command, cwd=root, env=variables, stdin=subprocess.DEVNULL, stdout=STANDARD_ERROR
    )
    if code:
        name = " ".join([Path(command[0]).name, *map(str, command[1:3])])
        raise SetUpError(
            f"`{name}` ended with exit code {code}: the reason stands above. "
            "The first set-up needs the network and up to 2 GB of disk; "
            "the same command may be run again"
        )
