"""Programs of public collections: their list, and their text from copies of the collections.

The project stores nothing of theirs but ``real_programs.json``: for each collection the
examined commit, for each program its path and the SHA-256 of its text. A mirror is a
folder with a git directory for each collection, ``OWNER+NAME`` or one level below that.
"""

import hashlib
import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

LIST = Path(__file__).with_name("real_programs.json")
LARGEST = 2_000_000
"""The most bytes of a file that is copied along with a program."""


class MirrorError(Exception):
    """A collection is missing, or differs from the list."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A program: ``repository`` as ``OWNER/NAME``, its path there, the SHA-256 of its text."""

    repository: str
    path: str
    sha256: str

    @property
    def name(self) -> str:
        """The program's name in a report."""
        return f"{self.repository}:{self.path}"

    @property
    def folder(self) -> str:
        """The program's folder in the repository; empty for the top level."""
        found = str(PurePosixPath(self.path).parent)
        return "" if found == "." else found


@dataclass(frozen=True, slots=True)
class ProgramList:
    """The content of ``real_programs.json``."""

    commits: dict[str, str]
    programs: tuple[Entry, ...]

    @classmethod
    def read(cls, path: Path = LIST) -> "ProgramList":
        """Raises ``OSError`` and ``ValueError``."""
        told = json.loads(path.read_text(encoding="utf-8"))
        programs = [
            Entry(repository, program, sha256)
            for repository, rows in told["programs"].items()
            for program, sha256 in rows.items()
        ]
        return cls(told["commits"], tuple(programs))

    def write(self, path: Path = LIST) -> None:
        """Write the list, sorted, a program per line."""
        programs: dict[str, dict[str, str]] = {}
        for one in sorted(self.programs):
            programs.setdefault(one.repository, {})[one.path] = one.sha256
        told = {"commits": dict(sorted(self.commits.items())), "programs": programs}
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


@dataclass(slots=True)
class Collection:
    """A git directory at a commit."""

    git: Path
    commit: str
    _folders: dict[str, dict[str, str]] = field(default_factory=dict)

    def text(self, path: str) -> bytes:
        """Return the text of a file. Raises ``MirrorError`` if it is missing."""
        return self._run("show", f"{self.commit}:{path}")

    def paths(self) -> list[str]:
        """Return the paths of all its Python files."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", self.commit)
        return [path for path in listed.decode().split("\0") if path.endswith(".py")]

    def copy_folder(self, folder: str, to: Path) -> None:
        """Copy the files of a folder, without subfolders."""
        to.mkdir(parents=True)
        for name, blob in self._files(folder).items():
            to.joinpath(name).write_bytes(self._run("cat-file", "blob", blob))

    def names(self, folder: str) -> list[str]:
        """Return the names of a folder's files."""
        return list(self._files(folder))

    def _files(self, folder: str) -> dict[str, str]:
        """Return the name and blob of each file to copy."""
        if folder not in self._folders:
            tree = f"{self.commit}:{folder}"
            files: dict[str, str] = {}
            for row in self._run("ls-tree", "-z", "-l", tree).decode().split("\0"):
                facts, _, name = row.partition("\t")
                mode, _, blob, size = facts.split() if name else ("", "", "", "")
                # A file that the copy lacks has no size.
                if mode.startswith("100") and size.isdigit() and int(size) <= LARGEST:
                    files[name] = blob
            self._folders[folder] = files
        return self._folders[folder]

    def _run(self, *words: str) -> bytes:
        command = ["git", f"--git-dir={self.git}", *words]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            raise MirrorError(done.stderr.decode(errors="replace").strip())
        return done.stdout


@dataclass(frozen=True, slots=True)
class Mirror:
    """A folder with collections."""

    folder: Path

    def repositories(self) -> list[str]:
        """List the collections in the mirror."""
        names = sorted(one.name for one in self.folder.iterdir() if one.is_dir())
        return [name.replace("+", "/", 1) for name in names if _git_below(self.folder / name)]

    def collection(self, repository: str, commit: str = "") -> Collection:
        """Return a collection at a commit or, if the mirror lacks that, at its newest.

        Raises ``MirrorError``.
        """
        git = _git_below(self.folder / repository.replace("/", "+", 1))
        if git is None:
            raise MirrorError(f"{repository} is not in {self.folder}")
        for wanted in filter(None, (commit, "HEAD")):
            command = ["git", f"--git-dir={git}", "rev-parse", "-q", "--verify", f"{wanted}^0"]
            done = subprocess.run(command, capture_output=True, check=False, text=True)
            if done.returncode == 0:
                return Collection(git, done.stdout.strip())
        raise MirrorError(f"{repository} has no commit")


def _git_below(folder: Path) -> Path | None:
    places = (folder, folder / ".git", folder / "repo", folder / "repo" / ".git")
    return next((place for place in places if (place / "HEAD").is_file()), None)


def sha256_of(text: bytes) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text).hexdigest()
