"""The words inside a block: Markdown paragraphs, lists, steps and tables of one language.

markdown-it-py reads them. Its rule for emphasis is replaced by one of our own, since CommonMark
does not see ``**“合同”**`` as strong between Chinese characters. What our subset lacks is still
recognised, so that it can be named instead of being shown raw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pdo_app.content.model import Element, ElementKind, Language, Rich, Span
from pdo_app.content.problems import Place, Problems
from pdo_app.content.words import FACT, FACT_ID, faults

LONGEST = 12_000
"""Characters that one language's side of a block may have."""

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f“”‘’…—]")
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]")
_LINK = re.compile(r"lesson:[a-z0-9-]+/[a-z0-9-]+|https://[^\s<>\"]+")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_NEAR_LIST = re.compile(r"(\d{1,2}[.、)）]|[-•·])(?=\S)(?!\d)")
_NAMES = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "fence": "A code block",
    "code_block": "A line indented by four spaces (code)",
    "code_inline": "Code",
    "blockquote_open": "A quotation (>)",
    "heading_open": "A title (#)",
    "hr": "A horizontal line",
    "image": "A picture inside the words",
    "hardbreak": "A forced line break",
}


def _strong(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith("**", start):
        return False
    end = state.src.find("**", start + 2, state.posMax)
    inner = state.src[start + 2 : end]
    if end < 0 or not inner.strip() or inner != inner.strip():
        return False
    if not silent:
        state.push("strong_open", "strong", 1)
        limit, state.pos, state.posMax = state.posMax, start + 2, end
        state.md.inline.tokenize(state)
        state.posMax = limit
        state.push("strong_close", "strong", -1)
    state.pos = end + 2
    return True


def _fact(state: StateInline, silent: bool) -> bool:
    match = FACT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("fact", "", 0).content = match.group(1)
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.disable(["entity", "emphasis", "reference", "lheading"])
    parser.inline.ruler.before("link", "strong", _strong)
    parser.inline.ruler.before("link", "fact", _fact)
    parser.inline.add_terminator_char("{")
    # Addresses are judged below, with a message, and kept as they were written.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def parse_elements(
    lines: Sequence[str], start: Place, language: Language, problems: Problems
) -> tuple[Element, ...]:
    """Return what ``lines``, the first of which stands at ``start``, are made of."""
    if sum(map(len, lines)) > LONGEST:
        problems.error(start, "too-long", f"More than {LONGEST} characters stand in one block.")
        return ()
    numbered = list(_with_rules(lines, start.line))
    tokens = _PARSER.parse("\n".join(line for _, line in numbered))
    return tuple(_Side(numbered, start.file, language, problems).elements(tokens))


def _with_rules(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Number the lines, and put the rule that Markdown wants below a table's head where the
    author left it out."""
    inside = False
    for index, line in enumerate(lines):
        yield first + index, line.replace("\r", " ")  # a line end to markdown-it
        row = line.startswith("|")
        if row and not inside and not _RULE.fullmatch("".join(lines[index + 1 : index + 2])):
            yield first + index, "|" + "---|" * len(_cells(line))
        inside = row


def _cells(line: str) -> list[str]:
    return _CELL_BORDER.split(line.strip().removeprefix("|").removesuffix("|"))


class _Side:
    """One language's side of one block."""

    def __init__(
        self, lines: list[tuple[int, str]], file: str, language: Language, problems: Problems
    ) -> None:
        self._lines = lines
        self._file = file
        self._language = language
        self._problems = problems

    def _error(self, line: int, code: str, message: str) -> None:
        self._problems.error(Place(self._file, line), code, message)

    def _line(self, token: Token) -> int:
        return self._lines[token.map[0] if token.map else 0][0]

    def elements(self, tokens: list[Token]) -> Iterator[Element]:
        for token, inner in _top(tokens):
            match token.type:
                case "paragraph_open":
                    self._near_list(token)
                    yield Element(ElementKind.PARAGRAPH, ((self._rich(inner[0]),),))
                case "bullet_list_open":
                    yield Element(ElementKind.LIST, self._items(inner))
                case "ordered_list_open":
                    if token.attrGet("start") not in (None, 1):
                        message = "Steps begin with 1; something stands between these and the last."
                        self._error(self._line(token), "steps", message)
                    yield Element(ElementKind.STEPS, self._items(inner))
                case "table_open":
                    yield Element(ElementKind.TABLE, self._rows(inner))
                case _:
                    self._unknown(token, self._line(token))

    def _unknown(self, token: Token, line: int) -> None:
        name = _NAMES.get(token.type, f"{token.type!r}")
        code = "html" if name == "HTML" else "markup"
        self._error(line, code, f"{name} is not allowed here.")

    def _near_list(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        for number, line in self._lines[first:last]:
            if _NEAR_LIST.match(line.lstrip()):
                message = "This looks like a list; write '1. ' or '- ' with a space after it."
                self._problems.warning(Place(self._file, number), "near-list", message)

    def _items(self, tokens: list[Token]) -> tuple[tuple[Rich, ...], ...]:
        lines = []
        for item, inner in _top(tokens):
            parts = list(_top(inner))
            if len(parts) == 1 and parts[0][0].type == "paragraph_open":
                lines.append((self._rich(parts[0][1][0]),))
            else:
                message = "A list item is one paragraph: no empty item, no list in a list."
                self._error(self._line(item), "list-item", message)
        return tuple(lines)

    def _rows(self, tokens: list[Token]) -> tuple[tuple[Rich, ...], ...]:
        rows: list[list[Rich]] = []
        inlines = [t for t in tokens if t.type in ("tr_open", "inline")]
        for token in inlines:
            if token.type == "tr_open":
                rows.append([])
                self._count_cells(token, tokens)
            else:
                rows[-1].append(self._rich(token))
        return tuple(tuple(row) for row in rows)

    def _count_cells(self, row: Token, tokens: list[Token]) -> None:
        wanted = sum(token.type == "th_open" for token in tokens)
        number, line = self._lines[row.map[0] if row.map else 0]
        written = len(_cells(line))
        if written != wanted:
            message = f"This row has {written} cells, the head has {wanted}."
            self._error(number, "table", message)

    def _rich(self, inline: Token) -> Rich:
        line = self._line(inline)
        spans: list[Span] = []
        strong = 0
        link: str | None = None
        for token in inline.children or ():
            match token.type:
                case "text":
                    for code, message in faults(token.content):
                        self._error(line, code, message)
                    spans.append(Span(token.content, strong > 0, link))
                case "softbreak":
                    line += 1
                    spans.append(Span("\n", strong > 0, link))
                case "fact":
                    spans.append(self._fact(token.content, line, strong > 0, link))
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "link_open":
                    link = self._link(token, line)
                case "link_close":
                    link = None
                case _:
                    self._unknown(token, line)
        return join_lines(merge(spans), self._language)

    def _fact(self, words: str, line: int, strong: bool, link: str | None) -> Span:
        if not FACT_ID.fullmatch(words):
            self._error(line, "fact", f"{words!r} is no id of a fact.")
        return Span("", strong, link, words)

    def _link(self, token: Token, line: int) -> str:
        address = str(token.attrGet("href") or "")
        if token.markup == "autolink" or not _LINK.fullmatch(address):
            message = f"{address!r} is no link; write [words](lesson:m03/id) or an https address."
            self._error(line, "link", message)
        return address


def _top(tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Yield each outermost token with the tokens between it and its closing one."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = position
        if token.nesting == 1:
            depth = 1
            while depth:
                end += 1
                depth += tokens[end].nesting
        yield token, tokens[position + 1 : end]
        position = end + 1


def merge(spans: list[Span]) -> list[Span]:
    """Put neighbours of the same look together and leave out what is empty."""
    merged: list[Span] = []
    for span in spans:
        if span.fact is not None:
            merged.append(span)
        elif span.text and merged and _alike(merged[-1], span):
            merged[-1] = Span(merged[-1].text + span.text, span.strong, span.link)
        elif span.text:
            merged.append(span)
    return merged


def _alike(one: Span, other: Span) -> bool:
    return one.fact is None and (one.strong, one.link) == (other.strong, other.link)


def join_lines(spans: list[Span], language: Language) -> Rich:
    """Replace line ends by a space, or by nothing where Chinese goes on."""
    whole = "".join(span.text if span.fact is None else "0" for span in spans)
    position = 0
    joined = []
    for span in spans:
        words = list(span.text)
        for offset, character in enumerate(words):
            if character == "\n":
                at = position + offset
                words[offset] = _gap(whole[:at][-1:], whole[at + 1 : at + 2], language)
        position += len(span.text) if span.fact is None else 1
        joined.append(Span("".join(words), span.strong, span.link, span.fact))
    return tuple(joined)


def _gap(before: str, after: str, language: Language) -> str:
    if language is Language.EN:
        return " "
    if _HAN.fullmatch(before) and _HAN.fullmatch(after):
        return ""
    wide_mark = any(_WIDE.fullmatch(c) and not _HAN.fullmatch(c) for c in (before, after))
    return "" if wide_mark else " "
