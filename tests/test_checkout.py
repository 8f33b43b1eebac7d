import shutil
from pathlib import Path

import pytest

from pdo_app import paths
from pdo_app.checkout import rebuild_if_changed
from pdo_app.errors import PackError


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout whose only pack is the tiny one, not built yet."""
    sources = tmp_path / "packs" / "core"
    shutil.copytree(Path(__file__).parent / "packs" / "tiny", sources)
    monkeypatch.setattr(paths, "built_in_packs", lambda: sources.parent)
    return sources


def test_changed_sources_are_built_and_it_is_said(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild_if_changed()
    assert "building the pack" in capsys.readouterr().out
    assert changed.with_suffix(".pdopack").is_file()
    rebuild_if_changed()
    assert "building" not in capsys.readouterr().out


def test_sources_with_errors_leave_the_pack_of_before(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild_if_changed()
    before = changed.with_suffix(".pdopack").read_bytes()
    (changed / "groups.yaml").write_text("- {", "utf-8")
    rebuild_if_changed()
    assert "The pack of before serves" in capsys.readouterr().err
    assert changed.with_suffix(".pdopack").read_bytes() == before
    changed.with_suffix(".pdopack").unlink()
    with pytest.raises(PackError, match=r"groups\.yaml"):
        rebuild_if_changed()
