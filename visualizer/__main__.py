"""`python -m visualizer` is the same as the installed script `visualizer`."""

import sys


def main() -> int:
    """Run the command line; Ctrl+C ends it without a traceback, even while it is imported."""
    try:
        from visualizer.cli import main as run

        return run()
    except KeyboardInterrupt:
        from visualizer.platform.terminals import put_error

        put_error("visualizer: interrupted\n")
        return 1


if __name__ == "__main__":
    # Python puts the working folder first on the path, where a student's file, ``resource.py`` for
    # instance, would shadow the library's module. The script's path does not have it either.
    if not sys.flags.safe_path:
        del sys.path[0]

    sys.exit(main())
