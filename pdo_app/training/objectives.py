"""What people can do after the lessons of a part: the objectives that its lessons serve."""

from __future__ import annotations

from collections.abc import Iterable

from pdo_app.content.library import Library
from pdo_app.content.model import Text


class Objectives:
    """Knows the objectives of every lesson in ``library``, those of the countries' guides too."""

    def __init__(self, library: Library) -> None:
        self._of: dict[str, tuple[tuple[str, Text], ...]] = {}
        for module in (*library.modules(), *library.guides()):
            texts = {objective.id: objective.text for objective in module.objectives}
            for head in module.lessons:
                self._of[head.id] = tuple(
                    (f"{module.id}/{name}", texts[name])
                    for name in head.objectives
                    if name in texts
                )

    def of(self, lessons: Iterable[str]) -> tuple[Text, ...]:
        """Return what people can do after ``lessons`` (ids), each once; one that is no longer in
        the library adds nothing."""
        return tuple(dict(pair for name in lessons for pair in self._of.get(name, ())).values())
