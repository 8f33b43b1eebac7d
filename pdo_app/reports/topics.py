"""What lessons are called, when only their ids are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pdo_app.content.library import Library
from pdo_app.content.model import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A lesson with its module. ``number`` is that of the module, 0 for a country's guide and
    for a lesson that is no longer in the pack; ``minutes`` is its reading time."""

    id: str
    title: Text
    module: str
    number: int
    module_title: Text
    minutes: int


Topics = dict[str, Topic]


def topics(library: Library, lessons: Iterable[str]) -> Topics:
    """Return the topic of each lesson id, in the order given. A lesson that is no longer in the
    pack is called by its id."""
    heads = {
        head.id: (module, head)
        for module in (*library.modules(), *library.guides())
        for head in module.lessons
    }
    found = {}
    for name in lessons:
        if name in heads:
            module, head = heads[name]
            found[name] = Topic(
                name, head.title, module.id, module.number, module.title, head.minutes
            )
        else:
            own = name.rpartition("/")[0]
            found[name] = Topic(name, Text(name, name), own, 0, Text(own, own), 0)
    return found
