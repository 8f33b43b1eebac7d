"""Changing a few words of a YAML file and leaving every other byte as it was written."""

from __future__ import annotations

import re

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"\r\n|\n|\r")


def compose(text: str) -> yaml.Node | None:
    """Return the root node of ``text`` with the marks of where each node stands; None where the
    text is empty or no YAML. For text that :func:`pdo_app.content.nodes.load` has accepted."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return None
    return node


def line_end(text: str) -> str:
    """Return how the lines of ``text`` end."""
    found = _BREAK.search(text)
    return found.group() if found else "\n"


def value_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return what stands under ``key`` of a mapping, or None."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value  # type: ignore[no-any-return]
    return None


def with_item(text: str, key: str, item: str) -> str | None:
    """Return ``text`` with the plain word ``item`` at the end of the list under ``key``; None
    where there is no such list."""
    node = value_of(compose(text), key)
    if not isinstance(node, yaml.SequenceNode):
        return None
    if node.flow_style:
        at = node.end_mark.index - 1  # before the bracket
        comma = ", " if node.value else ""
        body = text[:at].rstrip() if node.value else text[:at]
        return f"{body.removesuffix(',')}{comma}{item}{text[at:]}"
    last = node.value[-1]
    end = _BREAK.search(text, last.end_mark.index)
    at = end.end() if end else len(text)
    dash = f"{' ' * node.start_mark.column}- {item}{line_end(text)}"
    gap = "" if end else line_end(text)
    return f"{text[:at]}{gap}{dash}{text[at:]}"


def scalar(words: str, style: str, flow: bool) -> str:
    """Return ``words`` as a value in one line. ``style`` is that of the value before: ``'`` for
    single quotes, "" for none, which are kept where the words allow it. ``flow`` tells that the
    value stands inside brackets."""
    if not style and _reads_back(words, flow):
        return words
    if style == "'" and "\n" not in words:
        return "'" + words.replace("'", "''") + "'"
    quoted = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


def _reads_back(words: str, flow: bool) -> bool:
    """Tell whether ``words`` without quotes mean themselves."""
    if words in ("", "~", "null"):
        return False
    node = value_of(compose(f"{{a: {words}}}" if flow else f"a: {words}"), "a")
    return isinstance(node, yaml.ScalarNode) and node.value == words and not node.style
