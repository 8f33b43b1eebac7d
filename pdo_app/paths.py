"""Where resources, catalogues and a person's data are: the only file that asks "am I frozen?"."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

DATA_VARIABLE = "PDO_APP_DATA"


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if bundle is not None:
        return Path(bundle)
    here = Path(__file__).resolve().parent
    inside = here / "_bundled"  # a wheel carries resources and catalogues in the package
    return inside if inside.is_dir() else here.parent


ROOT = _root()


def frozen() -> bool:
    """Tell whether this is the packaged program."""
    return hasattr(sys, "_MEIPASS")


def checkout() -> Path | None:
    """Return the folder of the source checkout, or None for a wheel or the packaged program."""
    return ROOT if not frozen() and (ROOT / "pyproject.toml").is_file() else None


def resources() -> Path:
    """Return the folder of icons, fonts, pictures, style sheet and packs."""
    return ROOT / "resources"


def translations() -> Path:
    """Return the folder of gettext catalogues."""
    return ROOT / "translations"


def built_in_packs() -> Path:
    """Return the folder of the pack files that come with the application. Never written to by
    the running application, except by the rebuild in a source checkout."""
    return resources() / "packs"


def data(chosen: Path | None = None) -> Path:
    """Return the folder of a person's data: ``chosen``, else ``$PDO_APP_DATA``, else the usual
    place of the operating system. The folder need not exist yet."""
    if chosen is not None:
        return chosen
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    return Path(platformdirs.user_data_dir("PDO Companion", appauthor=False))
