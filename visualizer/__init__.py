"""Step through small Python programs and see what the interpreter does with memory."""

__version__ = "0.1.0"


def load_ipython_extension(shell: object) -> None:
    """Give IPython the magic ``%%memory``; ``%load_ext visualizer`` calls this."""
    # By its name: every room imports this package, and none shall bring notebooks in.
    from importlib import import_module

    import_module("visualizer.embedding.notebook").register(shell)
