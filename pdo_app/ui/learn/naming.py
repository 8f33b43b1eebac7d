"""What a module is called where there is one line for it."""

from __future__ import annotations

from pdo_app.content.model import Module
from pdo_app.ui.language import Language


def one_line(language: Language, module: Module) -> str:
    """Return number and title of a module, the title alone of a country's guide."""
    title = language.show(module.title).main
    if module.country:
        return title
    return language.say("Module {n} · {title}", n=module.number, title=title)
