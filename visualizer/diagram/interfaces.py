"""Lets screen readers see widgets through interfaces of their own."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    found = getattr(thing, "interface", None)
    return found if isinstance(found, QAccessibleInterface) else None


@cache
def offer_interfaces() -> None:
    """Offer the ``interface`` of each widget that has one; further calls do nothing.

    The widget keeps it: Qt does not own what a factory in Python returns.
    """
    QAccessible.installFactory(_interface)
