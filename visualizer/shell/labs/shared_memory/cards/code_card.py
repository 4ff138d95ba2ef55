"""The card with the code of a method, and a small program of it to step through."""

from PySide6.QtCore import Signal

from visualizer.labs.shared_memory.methods.registry import METHODS, method
from visualizer.labs.shared_memory.methods.small import small_program
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.choice import Choice


class MethodCode(CodeCard):
    """Shows the code of a method; ``picked`` carries the method that the user chooses."""

    picked = Signal(str)

    def __init__(self, context: LabContext) -> None:
        self._key = METHODS[0].key
        super().__init__(context, "shm.code", self._small_program)
        self._words = context.words
        self.choice = Choice()
        self.choice.addItems([one.key for one in METHODS])
        context.words.bind(self.choice.setAccessibleName, "shm.method")
        self.choice.activated.connect(lambda at: self.picked.emit(METHODS[at].key))
        self.head.insertWidget(self.head.count() - 1, self.choice)

    def _small_program(self) -> str:
        return small_program(self._key)

    def show_method(self, key: str) -> None:
        """Show the code of a method."""
        self._key = key
        self.choice.setCurrentIndex([one.key for one in METHODS].index(key))
        words, can_step = self._words, bool(small_program(key))
        remark = words("shm.small" if can_step else "shm.not_stepped")
        self.show_code(words("shm.code"), method(key).source(), remark, can_open=can_step)
