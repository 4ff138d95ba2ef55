"""A worker makes its calls on a thread of its own."""

import gc
import weakref

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from visualizer.shell.worker import Worker


class Adder(Worker):
    """Collects numbers."""

    def __init__(self) -> None:
        super().__init__("adder", QThread.Priority.NormalPriority)
        self.found: list[int] = []

    def add(self, number: int) -> None:
        self.found.append(number)

    def give_up(self) -> None:
        self.found.append(0)


def test_calls_are_made_in_order_until_the_thread_ends(qtbot: QtBot) -> None:
    adder = Adder()
    adder.begin()
    adder.ask(adder.add, 1)
    adder.ask(adder.add, 2)
    adder.shut_down()
    assert adder.found == [1, 2, 0]


def test_a_call_before_the_thread_begins_keeps_no_worker_alive(qtbot: QtBot) -> None:
    adder = Adder()
    adder.ask(adder.add, 1)
    alive = weakref.ref(adder)
    del adder
    gc.collect()
    assert alive() is None
