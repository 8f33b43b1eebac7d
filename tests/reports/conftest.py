from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.training.conftest import desk as desk
from tests.training.conftest import packs as packs


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """A folder of catalogues in which a few words are Chinese."""
    catalogue = Catalog("zh_CN")
    catalogue.add("This certifies that", "兹证明")
    catalogue.add("My checklist", "我的清单")
    catalogue.add("Session plan", "培训计划")
    catalogue.add("Came late", "迟到")
    catalogue.add("Departure on {day}", "{day}出发")
    catalogue.add(("{n} day before departure", "{n} days before departure"), ("出发前 {n} 天",))
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "pdo_app.mo").open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path
