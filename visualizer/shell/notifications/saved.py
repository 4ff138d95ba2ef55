"""The notification that says where a file was saved, and opens it or its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from visualizer.shell.notifications.notification import Action, Notification


def show_saved(notification: Notification, path: Path) -> None:
    """Name the file, and offer its folder."""
    folder = str(path.absolute().parent)
    open_folder = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(folder))
    notification.show_keys(
        "notification.saved",
        "notification.saved_where",
        Action("notification.open_folder", open_folder, symbol="folder-open"),
        blinks=True,
        file=path.name,
        folder=folder,
    )


def show_lesson(notification: Notification, path: Path) -> None:
    """Name the lesson, and offer to open its text."""
    file, folder = (QUrl.fromLocalFile(str(one)) for one in (path, path.parent))

    def show() -> None:
        # Some systems have no program for Markdown.
        if not QDesktopServices.openUrl(file):
            QDesktopServices.openUrl(folder)

    notification.show_keys(
        "notification.lesson_made",
        "notification.lesson_where",
        Action("notification.lesson_text", show, symbol="folder-open"),
        file=path.name,
        folder=str(path.parent),
    )
