"""The import table of pyproject.toml as a contract that `lint-imports` checks."""

import sys
from collections.abc import Iterator, Mapping

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ANYONE_MAY_IMPORT = {*sys.stdlib_module_names, "visualizer"}


class RowsField(fields.Field[Mapping[str, tuple[str, ...]]]):
    """A TOML table: name of a room to the names it may import."""

    def parse(self, raw_data: object) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(raw_data, Mapping):
            raise fields.ValidationError("Expected a table with one row for each room.")
        return {room: tuple(names) for room, names in raw_data.items()}


class MayImport(Contract):
    """Forbids every import that a room's row does not name.

    A row names rooms, modules of rooms (`recorder.wire`) and third-party packages. The standard
    library and the bare `visualizer` (its version) are open to all. The table lists what is allowed
    rather than forbidden, so it also catches a new room or package.
    """

    rows = RowsField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect the imports that no row names."""
        faults = sorted(set(self._faults(graph)))
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each fault."""
        for fault in check.metadata["faults"]:
            output.print_error(fault)

    def _faults(self, graph: ImportGraph) -> Iterator[str]:
        rows: Mapping[str, tuple[str, ...]] = self.rows  # type: ignore[assignment]
        for importer in graph.modules:
            room, _, _ = importer.removeprefix("visualizer").removeprefix(".").partition(".")
            for imported in graph.find_modules_directly_imported_by(importer):
                if room and room not in rows:
                    yield f"{importer}: the room {room} has no row in the table"
                elif not _allowed(imported, (room, *rows.get(room, ()))):
                    yield f"{importer} imports {imported}, which its row does not name"


def _allowed(imported: str, names: tuple[str, ...]) -> bool:
    own = imported.removeprefix("visualizer.")
    return imported in ANYONE_MAY_IMPORT or any(
        own == name or own.startswith(f"{name}.") for name in names
    )
