"""Numbers for the names that are sent, so that each is sent once."""

from visualizer.recorder import wire


class Names:
    """``number(text)`` is the name's number; a new one waits in ``pending`` to be sent.

    ``known(text)`` is the number, or None for a name that has none yet.

    The keys are copies: keeping the program's own string would add to its count.
    """

    def __init__(self):
        self._numbers = {}
        self.known = self._numbers.get
        self.pending = []
        self.pending_texts = []

    def number(self, text):
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[self.copy(text)] = len(self._numbers)
            encoded = text.encode("utf-8", "surrogatepass")
            self.pending += (wire.TEXT, len(encoded))
            self.pending_texts.append(encoded)
        return found

    @staticmethod
    def copy(text):
        """An equal string that is not the program's."""
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
