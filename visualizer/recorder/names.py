"""Numbers for the names that are sent, so that each is sent once."""

from __future__ import annotations

from visualizer.recorder import wire


class Names:
    """``number(text)`` is the name's number; a new one waits in ``pending`` to be sent.

    The keys are copies: keeping the program's own string would add to its count.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.pending: list[int] = []
        self.pending_texts: list[bytes] = []

    def number(self, text: str) -> int:
        """The number of a name."""
        found = self._numbers.get(text)
        if found is None:
            own, found = self.copy(text), len(self._numbers)
            encoded = text.encode("utf-8", "surrogatepass")
            length = len(encoded)
            # No call from here on: after one, a signal's handler could raise in between.
            self._numbers[own] = found
            self.pending += (wire.TEXT, length)
            self.pending_texts += (encoded,)
        return found

    def go_on(self, texts: list[str], pending: list[int], pending_text: bytes) -> None:
        """Somebody else has numbered these names, and has not sent all of them."""
        self._numbers = {text: number for number, text in enumerate(texts)}
        self.pending += pending
        self.pending_texts += (pending_text,)

    @staticmethod
    def copy(text: str) -> str:
        """An equal string that is not the program's."""
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
