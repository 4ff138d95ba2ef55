"""Set up, run, test and check a checkout: `python3 packaging/dev.py VERB [ARG…]`.

Needs a Python 3.9 or newer and, the first time, the network; CONTRIBUTING.md tells what each verb
does. It installs everything into the checkout's own `.build/`. After that a verb costs only the
start of this script: the process becomes the verb's program, with its working folder, environment,
standard input and exit code.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
# Spelled out because PYTHONSAFEPATH keeps a script's own folder off the path.
sys.path.insert(0, str(PACKAGING))

from dev_environment import Environment, SetUpError, say  # noqa: E402

ROOT = PACKAGING.parent
OTHER_SYSTEMS = ("win32", "darwin")
USAGE = """\
usage: python3 packaging/dev.py VERB [ARG...]

  run [ARG...]      start the application; every ARG goes to `visualizer`
  test [ARG...]     run the tests, all or those that ARGs choose; every ARG goes to pytest
  lint              check style, types and imports
  bench [ARG...]    run all benchmarks, or the one that is named first
  gallery [ARG...]  make the gallery of pictures anew
  words             take new words over into every language, and compile them all
  player            build the player of pages anew (needs Node 20 or newer)
  pins              write packaging/constraints.txt anew with the newest releases
  package [KIND...] build packages for people without a checkout (on Linux; for Windows too)
"""


def run(environment: Environment, arguments: list[str]) -> int:
    """Become the application; without a screen and arguments, make a picture."""
    if not arguments and not has_screen():
        from dev_first_look import make_picture

        return make_picture(environment)
    return environment.become(environment.script("visualizer"), *arguments)


def has_screen() -> bool:
    """Whether a window can open, which only Linux may deny."""
    choices = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in choices)


def test(environment: Environment, arguments: list[str]) -> int:
    """Become pytest, in the checkout; the whole suite runs in several processes. Each takes the
    next part of the remaining tests, in order, so that a file's shared fixtures are made once, and
    all end at about the same time.
    """
    from dev_system import install_browser, install_missing_packages

    os.chdir(ROOT)
    # The set-up may have continued without them.
    install_missing_packages()
    install_browser()
    whole = all(one in ("--no-skips", "-q", "-v") or one.startswith("--dura") for one in arguments)
    side_by_side = ("-n", "auto", "--dist", "worksteal") if whole else ()
    return environment.become("-m", "pytest", *side_by_side, *arguments)


def bench(environment: Environment, arguments: list[str]) -> int:
    """Become all benchmarks, or one, in the checkout."""
    os.chdir(ROOT)
    module, others = "tests.benchmarks", ROOT / "tests" / "benchmarks"
    if arguments and (others / f"{arguments[0]}.py").is_file():
        module, arguments = f"{module}.{arguments[0]}", arguments[1:]
    return environment.become("-m", module, *arguments)


def gallery(environment: Environment, arguments: list[str]) -> int:
    """Become the program that makes the gallery, in the checkout."""
    os.chdir(ROOT)
    return environment.become("-m", "tests.gallery", *arguments)


def lint(environment: Environment, arguments: list[str]) -> int:
    """Run every check, even after a failure, as many at once as there are processors."""
    from concurrent.futures import ThreadPoolExecutor

    os.chdir(ROOT)
    checks = (
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        *(_types_elsewhere(system) for system in OTHER_SYSTEMS if system != sys.platform),
        (environment.script("lint-imports"),),
    )
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(lambda check: environment.call_quietly(*check), checks))
    for _, output in results:
        print(output, end="", flush=True)
    return 1 if any(code for code, _ in results) else 0


def _types_elsewhere(system: str) -> tuple[str, ...]:
    """Check the types for another system, each with a cache: they would overwrite a shared one."""
    return (
        "-m",
        "mypy",
        "--platform",
        system,
        "--cache-dir",
        f".mypy_cache/{system}",
        "visualizer",
    )


def words(environment: Environment, arguments: list[str]) -> int:
    """Run Qt's lupdate and lrelease over the words."""
    return environment.call(PACKAGING / "dev_words.py", "--update", *arguments)


def player(environment: Environment, arguments: list[str]) -> int:
    """Build the script of every page."""
    from dev_player import NotBuilt, build_player

    try:
        build_player()
    except NotBuilt as error:
        say(str(error))
        return 1
    return 0


def pins(environment: Environment, arguments: list[str]) -> int:
    """Resolve the newest release of everything."""
    from dev_set_up import write_constraints

    write_constraints(environment)
    return 0


def package(environment: Environment, arguments: list[str]) -> int:
    """Build packages, and try each."""
    from package_build import package as build

    return build(environment, arguments)


VERBS = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "gallery": gallery,
    "words": words,
    "player": player,
    "pins": pins,
    "package": package,
}


def main(arguments: list[str]) -> int:
    """Run one verb and return the exit code, unless the process becomes another program."""
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(USAGE, end="")
        return 0
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        sys.stderr.write(USAGE)
        return 2
    try:
        environment = Environment(ROOT)
        environment.make_ready()
        return verb(environment, arguments[1:])
    except (SetUpError, OSError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
