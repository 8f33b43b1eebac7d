"""The files of a source folder, opened with care: nothing outside it, nothing huge."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from pdo_app.content.listing import files_of
from pdo_app.content.nodes import Mapping, Sequence, load
from pdo_app.content.problems import Place, Problems

LARGEST = 2_000_000
"""Bytes that a source file may have."""
LARGEST_PACK = 60_000_000
"""Bytes that all files of a pack may have together."""
MOST = 5_000
"""Files that a pack may have."""


class Folder:
    """A source folder. Keeps in mind which files were asked for."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root = root
        self.problems = problems
        self.files = files_of(root)
        self._asked: set[str] = set()
        self._left = LARGEST_PACK
        if len(self.files) > MOST:
            problems.error(Place(".", 1), "too-many", f"A pack has at most {MOST} files.")
            self.files = self.files[:MOST]

    def matching(self, pattern: str) -> tuple[str, ...]:
        """Return the files whose path matches ``pattern`` (such as ``facts/*.yaml``)."""
        parts = len(PurePosixPath(pattern).parts)
        paths = (PurePosixPath(file) for file in self.files)
        return tuple(str(p) for p in paths if len(p.parts) == parts and p.match(pattern))

    def only(self, file: str) -> tuple[str, ...]:
        """Return ``file`` alone, or nothing where it is not there."""
        return (file,) if file in self.files else ()

    def bytes_of(self, file: str, named_at: Place) -> bytes | None:
        """Return what ``file`` holds, or None (noted at ``named_at``) where it is missing, too
        large, or outside the pack."""
        self._asked.add(file)
        try:
            real = (self.root / file).resolve()
            if not real.is_relative_to(self.root.resolve()) or "\\" in file:
                self.problems.error(named_at, "outside-pack", f"{file!r} is outside the pack.")
                return None
            if not real.is_file():
                self.problems.error(named_at, "no-file", f"There is no file {file!r}.")
                return None
            with real.open("rb") as stream:
                found = stream.read(LARGEST + 1)
        except (OSError, RuntimeError, ValueError) as error:  # Runtime: links in a circle
            reason = getattr(error, "strerror", None) or "its name is no path"
            self.problems.error(named_at, "no-file", f"{file!r} cannot be read: {reason}.")
            return None
        if len(found) > LARGEST:
            message = f"{file!r} has more than {LARGEST:,} bytes."
            self.problems.error(named_at, "too-large", message)
            return None
        self._left -= len(found)
        if self._left < 0:
            message = f"The files of a pack have at most {LARGEST_PACK:,} bytes together."
            self.problems.error(Place(".", 1), "too-large", message)
            return None
        return found

    def text(self, file: str, named_at: Place | None = None) -> str | None:
        """Return the words of ``file`` with plain line ends, or None (noted)."""
        raw = self.bytes_of(file, named_at or Place(file, 1))
        if raw is None:
            return None
        try:
            words = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.problems.error(Place(file, line), "encoding", "This is not UTF-8 text.")
            return None
        return words.replace("\r\n", "\n").replace("\r", "\n")

    def mapping(self, file: str, named_at: Place | None = None) -> Mapping | None:
        """Return the mapping that the YAML ``file`` holds, or None (noted)."""
        text = self.text(file, named_at)
        if text is None:
            return None
        before = len(self.problems)
        node = load(text, file, self.problems)
        if isinstance(node, Mapping):
            return node
        if len(self.problems) == before:
            message = "This file must hold named values (key: value)."
            self.problems.error(Place(file, 1), "type", message)
        return None

    def mappings(self, file: str, key: str) -> tuple[Mapping, ...]:
        """Return the entries of the YAML list that ``file`` holds (bare, or under ``key``)."""
        text = self.text(file)
        node = None if text is None else load(text, file, self.problems)
        if isinstance(node, Mapping) and list(node.entries) == [key]:
            node = node.entries[key]
        if isinstance(node, Mapping):
            message = f"This file must hold a list of {key}; each entry begins with '- id: '."
            self.problems.error(Place(file, node.line), "type", message)
        if not isinstance(node, Sequence):
            return ()
        found = []
        for item in node.items:
            if isinstance(item, Mapping):
                found.append(item)
            else:
                message = "This entry must hold named values (key: value)."
                self.problems.error(Place(file, item.line), "type", message)
        return tuple(found)

    def unread(self) -> tuple[str, ...]:
        """Return the files that nobody asked for."""
        return tuple(
            file
            for file in self.files
            if file not in self._asked
            and not PurePosixPath(file).name.startswith(("LICENSE", "README"))
        )
