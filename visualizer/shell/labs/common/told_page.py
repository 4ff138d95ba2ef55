"""What the page of a lab has to say of itself, for the frame around it to do the rest."""

from typing import Any

from PySide6.QtWidgets import QWidget

from visualizer.shell.labs.common.results import Report, Row


class ToldPage(QWidget):
    """``lab`` is what the command line calls it."""

    lab = ""

    def key_of(self, row: Row) -> str:
        """The name of a row of results."""
        raise NotImplementedError

    def settings(self) -> dict[str, Any]:
        """What the controls ask for, as the runner takes it."""
        raise NotImplementedError

    def show_settings(self, settings: dict[str, Any]) -> None:
        """Set the controls as they were for a run. Nothing in it is trusted."""
        raise NotImplementedError

    def say_doing(self) -> str:
        """Who does what now."""
        raise NotImplementedError

    def say_verdict(self) -> tuple[str, ...]:
        """What the numbers say: a sentence, and what else there is to say."""
        raise NotImplementedError

    def say_run(self, report: Report) -> str:
        """An earlier run on one line, without when it was."""
        raise NotImplementedError

    def is_own(self, report: Report) -> bool:
        """Whether an earlier run has all that is shown of one. Nothing in it is trusted."""
        return bool(report["lab"] == self.lab)

    def show_results(self) -> None:
        """Show ``results`` as they are now, beside ``compared`` where that is not None."""
        raise NotImplementedError

    def table(self, report: Report) -> list[list[str]]:
        """What stands in a CSV file of it; the first row has the names of the columns."""
        raise NotImplementedError

    def pictures(self) -> list[QWidget]:
        """The plots that a picture of the run shows, one below the other; none before they came."""
        return []

    def complete(self) -> None:
        """Bring in the plots: what they need is there."""

    def has_numbers(self, row: Row) -> bool:
        """Whether anything was measured for it."""
        return bool(row.get("seconds"))
