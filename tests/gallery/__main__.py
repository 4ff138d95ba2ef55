"""Makes the gallery of pictures for inspection.

    python -m tests.gallery [--out FOLDER] [--beside FOLDER] [NAME...]
    python -m tests.gallery --guide
    python -m tests.gallery --programs FOLDER
    python -m tests.gallery --lessons [LESSON...]

Without names it makes all pictures. It records programs and runs labs for them, and stores only the
pictures.
With ``--guide`` it makes the guide's pictures instead, in the folder of the guide.
With ``--programs`` it shows the window with each program of a folder, at its fullest step, alone,
presented, and on a small screen.
With ``--lessons`` it does every lesson from start to end, with a picture of each part.
With ``--beside`` it also puts each picture next to the target picture of that folder, if any.
"""

import argparse
import os
import tempfile
from pathlib import Path

from tests.gallery.shots import DIAGRAMS, HERE, WINDOWS


def main() -> None:
    """Make the pictures and print their paths."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE.parents[1] / ".build" / "gallery")
    parser.add_argument("--beside", type=Path, metavar="FOLDER")
    parser.add_argument("--guide", action="store_true")
    parser.add_argument("--programs", type=Path, metavar="FOLDER")
    parser.add_argument("--lessons", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    if not options.lessons:
        # The pictures must not depend on the screen.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.gallery.labs import LABS

    known = [shot.name for shot in (*DIAGRAMS, *WINDOWS, *LABS)]
    for name in () if options.lessons else options.names:
        if name not in known:
            parser.error(f"{name}: no such picture; there are {', '.join(known)}")
    if options.guide:
        from tests.gallery.films import Films
        from tests.gallery.guide import make_guide

        with tempfile.TemporaryDirectory(prefix="visualizer-gallery-") as folder:
            for path in make_guide(Films(Path(folder)), Path(folder)):
                print(path, flush=True)
        return
    options.out.mkdir(parents=True, exist_ok=True)
    if options.lessons:
        from tests.gallery.lessons import make_lessons

        with tempfile.TemporaryDirectory(prefix="visualizer-gallery-") as folder:
            for path in make_lessons(options.names, options.out, Path(folder)):
                print(path, flush=True)
        return
    if options.programs is not None:
        from tests.gallery.classes import make_of
        from tests.gallery.films import Films

        with tempfile.TemporaryDirectory(prefix="visualizer-gallery-") as folder:
            films, scratch = Films(Path(folder)), Path(folder)
            for path in make_of(options.programs, films, options.out, scratch):
                print(path, flush=True)
        return
    with tempfile.TemporaryDirectory(prefix="visualizer-gallery-") as folder:
        for path in make(options.names or known, options.out, Path(folder)):
            print(path, flush=True)
    if options.beside is not None:
        from tests.gallery.sheets import sheets

        for path in sheets(options.out, options.beside, options.out):
            print(path, flush=True)


def make(names: list[str], out: Path, scratch: Path) -> list[Path]:
    """Make the pictures of these names in ``out``."""
    from tests.gallery import diagrams, labs, windows
    from tests.gallery.films import Films

    films = Films(scratch)
    made = [diagrams.take(shot, films, out) for shot in DIAGRAMS if shot.name in names]
    made += [windows.take(shot, films, out, scratch) for shot in WINDOWS if shot.name in names]
    made += [labs.take(shot, out, scratch) for shot in labs.LABS if shot.name in names]
    return made


if __name__ == "__main__":
    main()
