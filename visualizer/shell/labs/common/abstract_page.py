"""The methods that the page of each lab implements; ``LabPage`` does the rest."""

from PySide6.QtWidgets import QWidget

from visualizer.labs.reading import Shape
from visualizer.shell.labs.common.results import Report


class AbstractLabPage(QWidget):
    """The part of a page that differs between labs; ``lab`` is the command line's name.

    ``shape`` is that of the reports that it can show. ``work`` are the settings that have to be
    equal for two runs to be compared.
    """

    lab = ""
    shape: Shape = None
    work: tuple[str, ...] = ()

    def progress_text(self) -> str:
        """Return the current task of the run, in words."""
        raise NotImplementedError

    def verdict_sentences(self) -> tuple[str, ...]:
        """Return the main result in a sentence, and further sentences."""
        raise NotImplementedError

    def run_summary(self, report: Report) -> str:
        """Describe an earlier run on one line, without its date."""
        raise NotImplementedError

    def show_results(self) -> None:
        """Show the current ``results``, compared with ``compared`` if that is not None."""
        raise NotImplementedError

    def table(self, report: Report) -> list[list[object]]:
        """Return the rows of a CSV file; the first row has the names of the columns."""
        raise NotImplementedError

    def pictures(self) -> list[QWidget]:
        """Return the plots for a picture of the run, from top to bottom."""
        return []
