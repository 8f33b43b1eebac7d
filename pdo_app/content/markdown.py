"""The blocks of a lesson file.

What stands inside a block is read by :mod:`pdo_app.content.inline`. Lines that begin with ``>> ``
at the end of a side are what the block's slide shows.
"""

from __future__ import annotations

import re
from collections import Counter

from pdo_app.content.citations import parse_sources
from pdo_app.content.grammar import GRAMMAR, METHODS, NEEDED, Grammar
from pdo_app.content.inline import parse_elements
from pdo_app.content.model import Activity, Block, BlockKind, Element, Language, Text
from pdo_app.content.problems import Place, Problems
from pdo_app.content.scanning import Raw, scan
from pdo_app.content.words import faults

_ATTRIBUTE = re.compile(r'\s*([A-Za-z_-]+)=(?:"([^"]*)"|([^\s"]+))(?=\s|$)')
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")
_SLIDE = ">> "
MOST_LINES = 5
"""Lines that a slide may have."""


def parse_blocks(
    lines: list[str], first: int, file: str, problems: Problems
) -> tuple[tuple[Block, Place], ...]:
    """Return the blocks that ``lines`` hold, each with its place; the first line stands at line
    ``first`` of ``file``. Citations, pictures and questions are kept as they are written."""
    counts: Counter[str] = Counter()
    found = []
    for raw in scan(lines, first, file, problems):
        block = _Reader(raw, file, problems).block(counts)
        if block is not None:
            found.append((block, Place(file, raw.line)))
    return tuple(found)


class _Reader:
    """Reads one raw block."""

    def __init__(self, raw: Raw, file: str, problems: Problems) -> None:
        self._raw = raw
        self._file = file
        self._problems = problems
        name, _, rest = raw.opening.partition(" ")
        self._name = name
        self._rest = rest

    def _error(self, code: str, message: str, line: int | None = None) -> None:
        self._problems.error(Place(self._file, line or self._raw.line), code, message)

    def block(self, counts: Counter[str]) -> Block | None:
        """Return the block, or None where its kind is unknown."""
        if self._name not in tuple(BlockKind):
            message = f"{self._name!r} is no kind of block; kinds are {', '.join(BlockKind)}."
            self._error("unknown-block", message)
            return None
        kind = BlockKind(self._name)
        grammar = GRAMMAR[kind]
        counts[kind] += 1
        attributes = self._attributes(kind, grammar)
        slide = self._slide(kind, grammar)
        materials, titles, sides = self._sides(kind, grammar)
        if kind is BlockKind.HEADING:
            titles = self._heading(sides)
            sides = ((), ())
        return Block(
            id=f"{kind}-{counts[kind]}",
            kind=kind,
            zh=sides[0],
            en=sides[1],
            title=Text(*titles) if any(titles) else None,
            citations=parse_sources(attributes.get("sources", "")),
            picture=attributes.get("picture"),
            question=attributes.get("question"),
            activity=self._activity(attributes, materials) if kind == "activity" else None,
            slide=slide,
            on_slides=self._on_slides(attributes),
            exempt=attributes.get("exempt", ""),
        )

    def _attributes(self, kind: BlockKind, grammar: Grammar) -> dict[str, str]:
        found: dict[str, str] = {}
        position = 0
        while match := _ATTRIBUTE.match(self._rest, position):
            name, quoted, bare = match.groups()
            if name in found:
                self._error("double-key", f"The attribute {name!r} is there twice.")
            if name in grammar.attributes:
                found[name] = (bare if quoted is None else quoted).strip()
            else:
                known = ", ".join(sorted(grammar.attributes)) or "none"
                message = f"A {kind} has no attribute {name!r}; it may have: {known}."
                self._error("unknown-key", message)
            position = match.end()
        if rest := self._rest[position:].strip():
            message = f'This is no attribute: {rest[:60]!r}; write name=value or name="value".'
            self._error("attribute", message)
        if found.get("exempt") == "":
            self._error("exempt", 'An exemption says why: exempt="reason".')
        for name in NEEDED.get(kind, ()):
            if not found.get(name):
                self._error("missing", f"A {kind} needs {name}=... in its opening line.")
        return found

    def _on_slides(self, attributes: dict[str, str]) -> bool:
        shown = attributes.get("slide", "yes")
        if shown not in ("yes", "no"):
            self._error("yes-no", "slide must be yes or no.")
        return shown != "no"

    def _slide(self, kind: BlockKind, grammar: Grammar) -> tuple[Text, ...]:
        """Take the slide's lines from the end of both sides."""
        raw = self._raw
        if not grammar.elements:
            return ()
        taken = [
            self._slide_lines(lines, start)
            for lines, start in zip(raw.sides[:2], raw.starts, strict=False)
        ]
        zh, en = taken if len(taken) == 2 else (taken[0], [])
        if (zh or en) and "slide" not in grammar.attributes:
            self._error("slides", f"A {kind} has no slide of its own: no lines with '>>'.")
        elif len(zh) != len(en):
            message = f"Chinese has {len(zh)} slide lines (>>), English has {len(en)}."
            self._error("slides", message)
        elif len(zh) > MOST_LINES:
            self._error("slides", f"A slide has at most {MOST_LINES} lines.")
        return tuple(map(Text, zh, en))

    def _slide_lines(self, lines: list[str], start: int) -> list[str]:
        """Take the slide's lines out of ``lines``, leaving blank ones in their place."""
        found: list[str] = []
        for index in reversed(range(len(lines))):
            if lines[index] == _SLIDE.strip():
                self._error("slides", "This line for the slide is empty.", start + index)
            elif lines[index].startswith(_SLIDE):
                words = lines[index].removeprefix(_SLIDE).strip()
                found.insert(0, self._words(words, start + index))
            elif lines[index]:
                break
            lines[index] = ""
        return found

    def _sides(
        self, kind: BlockKind, grammar: Grammar
    ) -> tuple[tuple[str, str], tuple[str, str], tuple[tuple[Element, ...], ...]]:
        raw = self._raw
        if not any(line for side in raw.sides for line in side) and grammar.empty:
            return ("", ""), ("", ""), ((), ())
        if not grammar.elements:
            self._error("body", f"A {kind} has no words of its own.", raw.line + 1)
            return ("", ""), ("", ""), ((), ())
        if len(raw.sides) > 2:
            self._error("separator", "A block has one line '===' only.", raw.starts[2] - 1)
        if len(raw.sides) < 2:
            message = "The English part is missing: a line '===' separates Chinese and English."
            self._error("language", message)
        materials, titles, sides = [], [], []
        for language, lines, start in zip(Language, raw.sides, raw.starts, strict=False):
            material, title = self._head(kind, grammar, lines, start)
            elements = parse_elements(lines, Place(self._file, start), language, self._problems)
            self._check_elements(kind, grammar, elements, language, start)
            materials.append(material)
            titles.append(title)
            sides.append(elements)
        while len(sides) < 2:
            materials.append("")
            titles.append("")
            sides.append(())
        return (materials[0], materials[1]), (titles[0], titles[1]), (sides[0], sides[1])

    def _head(
        self, kind: BlockKind, grammar: Grammar, lines: list[str], start: int
    ) -> tuple[str, str]:
        """Take material and title out of ``lines``, leaving blank ones in their place."""
        material = title = ""
        where = start
        for index, line in enumerate(lines):
            if not line:
                continue
            where = start + index
            if line.startswith("> ") and kind == "activity" and not material:
                material = self._words(line[2:].strip(), where)
            elif line.startswith("# ") and grammar.title is not False and not title:
                title = self._words(line[2:].strip(), where)
            else:
                break
            lines[index] = ""
        if kind == "activity" and not material:
            self._error("material", "An activity begins with '> ' and its material.", where)
        if grammar.title and not title:
            self._error("title", f"A {kind} needs a title: '# ...'.", where)
        return material, title

    def _words(self, words: str, line: int) -> str:
        for code, message in faults(words):
            self._error(code, message, line)
        return words

    def _check_elements(
        self,
        kind: BlockKind,
        grammar: Grammar,
        elements: tuple[Element, ...],
        language: Language,
        start: int,
    ) -> None:
        if not elements:
            self._error("language", f"The {language} part of this {kind} is empty.", start)
        wrong = {element.kind for element in elements} - grammar.elements
        for name in sorted(wrong):
            allowed = ", ".join(sorted(grammar.elements))
            self._error("body", f"A {kind} holds no {name}; it may hold: {allowed}.", start)
        if not grammar.several and len(elements) > 1:
            self._error("body", f"A {kind} holds one {elements[0].kind} only.", start)

    def _heading(self, sides: tuple[tuple[Element, ...], ...]) -> tuple[str, str]:
        words = []
        for number, elements in enumerate(sides):
            rich = elements[0].lines[0][0] if elements and elements[0].lines else ()
            if any(span.strong or span.link or span.fact for span in rich):
                message = "A heading is plain words: nothing strong, no link, no fact."
                self._error("heading", message, self._raw.starts[number])
            words.append("".join(span.text for span in rich))
        return words[0], words[1]

    def _activity(self, attributes: dict[str, str], materials: tuple[str, str]) -> Activity:
        method = attributes.get("method", "")
        if method and method not in METHODS:
            message = f"{method!r} is no method; methods are {', '.join(METHODS)}."
            self._error("choice", message)
        minutes = attributes.get("minutes", "")
        if minutes and not _MINUTES.fullmatch(minutes):
            self._error("number", "minutes must be a whole number between 1 and 999.")
            minutes = ""
        return Activity(method, int(minutes or 1), Text(*materials))
