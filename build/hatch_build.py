"""Puts resources and catalogues into the wheel, built from their sources.

They go to pdo_app/_bundled, where pdo_app/paths.py looks in an installation. The lesson sources
stay out: the wheel carries the built pack. An editable installation reads the checkout instead.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("icons", "flags", "fonts", "pictures")


class Bundle(BuildHookInterface[Any]):
    """The build hook that hatchling calls before it makes the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build pack and catalogues, and name what the wheel takes."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path[:0] = [str(root), str(root / "build")]
        for source, target in [*self._resources(root), *self._catalogues(root)]:
            build_data["force_include"][str(source)] = f"pdo_app/_bundled/{target}"

    def _resources(self, root: Path) -> list[tuple[Path, str]]:
        resources = root / "resources"
        found = [path for name in FOLDERS for path in sorted((resources / name).glob("*"))]
        files = [path for path in [*found, *resources.glob("*.qss")] if path.is_file()]
        return [
            (self._pack(root), "resources/packs/core.pdopack"),
            *((path, path.relative_to(root).as_posix()) for path in files),
        ]

    def _pack(self, root: Path) -> Path:
        from pdo_app.content.building import build
        from pdo_app.content.problems import errors

        sources = root / "resources" / "packs" / "core"
        target = sources.with_suffix(".pdopack")
        problems = errors(build(sources, target))
        if problems:
            told = "\n".join(f"{p.file}:{p.line}: {p.message}" for p in problems)
            raise SystemExit(f"The pack has errors, so there is no wheel.\n{told}")
        return target

    def _catalogues(self, root: Path) -> list[tuple[Path, str]]:
        import catalogues

        catalogues.compile_all()
        folder = root / "translations"
        made = [*sorted(folder.glob("*/LC_MESSAGES/*.mo")), folder / "formats.json"]
        return [(path, path.relative_to(root).as_posix()) for path in made]
