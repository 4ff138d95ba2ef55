"""What can go wrong, said to a person: one line, with the file and the mend where there is one."""


class VisualizerError(Exception):
    """Something could not be done; the message is one line for a person.

    The message may be a template with its details apart: it can then be said in other languages.
    """

    exit_code = 1

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message.format(**details) if details else message)
        self.template = message
        self.details = details


class WrongUsage(VisualizerError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class CannotRun(VisualizerError):
    """The program could not be run at all."""


class Refused(CannotRun):
    """Python itself refuses the program; ``said`` is how it says so, in one line or several."""

    def __init__(self, message: str, *, said: str, **details: object) -> None:
        super().__init__(message, **details)
        self.said = said


class CannotRecord(CannotRun):
    """An interpreter could run the program, but not under the recorder."""


class NotKept(VisualizerError):
    """The recording could not be kept, or not whole."""


class NotRecorded(VisualizerError):
    """The program ran to its own end, and was not recorded, or not to its end."""


class DamagedRecording(VisualizerError):
    """A file is not a recording, or a part of it cannot be read."""
