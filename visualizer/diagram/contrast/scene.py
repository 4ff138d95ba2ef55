"""A scene whose sheets are compared with those of another."""

from dataclasses import replace

from PySide6.QtCore import QObject

from visualizer.diagram.contrast.contrast import Contrast, contrasted, signs_of
from visualizer.diagram.contrast.describing import ContrastDescriber
from visualizer.diagram.contrast.sign_item import Signs
from visualizer.diagram.painting.look import Look
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.wording.describing import SheetDescriber
from visualizer.diagram.wording.known import Known
from visualizer.layout.sheet import Sheet


class ContrastScene(SheetScene):
    """Marks what differs instead of what the step did.

    A sheet of another step than the contrast is of is shown without any marks.
    """

    def __init__(
        self,
        *,
        theme: str = "light",
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(theme=theme, language=language, parent=parent)
        self._contrast: Contrast | None = None
        self.unmarked: Sheet | None = None
        """The sheet that is shown, without its differences."""
        self.signs = Signs(self.shown.boxes)

    @property
    def contrast(self) -> Contrast | None:
        """What differs on the sheet that is shown; None where that is not known yet."""
        found, sheet = self._contrast, self.unmarked
        return found if found and sheet and found.step == sheet.step else None

    def compare(self, contrast: Contrast | None) -> None:
        """Mark these differences from now on."""
        if contrast != self._contrast:
            self._contrast = contrast
            if self.unmarked is not None:
                self.show_sheet(self.unmarked, self.known)

    def show_sheet(self, sheet: Sheet, known: Known | None = None) -> None:
        """Show a sheet with its differences."""
        self.unmarked = sheet
        self.signs.keep(sheet.boxes_by_key)
        super().show_sheet(contrasted(sheet, self.contrast), known)
        self.signs.show(signs_of(sheet, self.contrast), self.look)

    def reset(self) -> None:
        """Give up the sheet too: another recording is shown."""
        super().reset()
        self.unmarked = self._contrast = None

    def _announce(self) -> None:
        if self.sheet is None or self.known is None:
            return
        # What is marked as changed is what differs.
        plain = replace(self.sheet, changed=frozenset(), new=frozenset())
        self.describer = SheetDescriber(plain, self.known, self.look.language)
        if (contrast := self.contrast) is not None:
            self.describer = ContrastDescriber(self.describer, contrast)

    def _set_look(self, look: Look) -> None:
        super()._set_look(look)
        if self.unmarked is not None:
            self.signs.show(signs_of(self.unmarked, self.contrast), look)
