"""`python -m visualizer` is the same as the installed script `visualizer`."""

import sys

if __name__ == "__main__":
    # Python puts the working folder first on the path, where a student's file, ``resource.py`` for
    # instance, would shadow the library's module. The script's path does not have it either.
    if not sys.flags.safe_path:
        del sys.path[0]

    from visualizer.cli import main

    sys.exit(main())
