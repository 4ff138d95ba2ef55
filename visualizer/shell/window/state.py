"""Adapts title, commands and placeholder texts to the program and its recording."""

from PySide6.QtCore import QObject

from visualizer.shell.window.window import MainWindow


class WindowState(QObject):
    """Updates title and commands whenever program or recording change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for signal in (
            window.workbench.run_began,
            window.workbench.run_progressed,
            window.workbench.run_ended,
            window.workbench.run_failed,
            window.workbench.program_changed,
            window.player.recording_changed,
            window.player.step_changed,
            window.stepping.seeking.changed,
            window.files.title_changed,
            window.source.edited,
            window.words.changed,
        ):
            signal.connect(self.show)

    def show(self) -> None:
        """Show the current state."""
        window = self._window
        bench, words, commands = window.workbench, window.words, window.commands
        active = bench.run.active
        if (path := bench.kept or bench.document.path) is not None and not bench.example:
            window.recent.files.note(path)
        commands["record"].setEnabled(bench.kept is None)
        busy = active or window.playback.playing or window.stepping.seeking.busy
        commands["stop"].setEnabled(busy)
        for key in ("live", "run_options"):
            commands[key].setEnabled(bench.kept is None)
        commands["save"].setEnabled(bench.kept is None)
        commands["keep_recording"].setEnabled(window.player.end is not None)
        for key in ("print", "printed", "share", "save_part"):
            commands[key].setEnabled(window.player.step > 0)
        again = bench.recorded_text is not None or window.player.recording is not None
        window.source.record.set_words(words("command.record_again" if again else "command.record"))
        left = bench.answers.left
        window.output.input_row.offer(words("input.same", n=len(left)), left)
        window.output.ask(bench.asks)
        commands["record_same"].setEnabled(bench.kept is None and bench.has_answers)
        window.diagram.show_starting(active)
        mark = "*" if window.files.unsaved else ""
        window.setWindowTitle(f"{mark}{bench.name} \u2014 {words('app.name')}")
