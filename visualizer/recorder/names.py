"""Numbers for the names that are sent, so that each is sent once."""

from visualizer.recorder import wire


class Names:
    """``number(text)`` is the name's number; a new one waits in ``pending`` to be sent.

    ``known(text)`` is the number, or None for a name that has none yet; ``text(number)`` the name.

    The keys are copies: keeping the program's own string would add to its count.
    """

    def __init__(self):
        self._numbers = {}
        self._texts = []
        self.text = self._texts.__getitem__
        self.known = self._numbers.get
        self.pending = []
        self.pending_texts = []

    def number(self, text):
        found = self._numbers.get(text)
        if found is None:
            own = self.copy(text)
            found = self._numbers[own] = len(self._numbers)
            self._texts.append(own)
            encoded = text.encode("utf-8", "surrogatepass")
            self.pending += (wire.TEXT, len(encoded))
            self.pending_texts.append(encoded)
        return found

    @staticmethod
    def copy(text):
        """An equal string that is not the program's."""
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
