"""Says in a notification that the window itself has a fault, and copies a diagnostic text."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notification


def show_fault(
    notification: Notification, words: Words, program: Callable[[], str], error: BaseException
) -> None:
    """Say that ``error`` happened; ``program`` returns the text that may be copied with it."""

    def copy(*, with_program: bool) -> None:
        from visualizer.shell.notifications.diagnostic import diagnostic

        text = diagnostic(error, program=program() if with_program else None)
        QGuiApplication.clipboard().setText(text)

    notification.show_words(
        lambda: (
            words("notification.fault"),
            words("notification.fault_kind", kind=type(error).__name__),
        ),
        Action(lambda: words("notification.copy_diagnostic"), lambda: copy(with_program=False)),
        Action(lambda: words("notification.copy_with_program"), lambda: copy(with_program=True)),
    )
