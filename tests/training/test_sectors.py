from __future__ import annotations

from pathlib import Path

import pytest

from pdo_app import paths
from pdo_app.records import Sector
from pdo_app.texts import EN, ZH, Texts
from pdo_app.training import sectors


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("建筑", "construction"),
        (" 建筑 业", "construction"),
        ("Nursing and Care", "care"),
        ("酒店", "cleaning"),
        ("kitchen", "kitchen"),
        ("电工", "电工"),
        ("", ""),
    ],
)
def test_the_names_of_a_sector_are_recognised(words: str, kept: str) -> None:
    assert sectors.kept(words) == kept


@pytest.mark.parametrize("sector", Sector)
@pytest.mark.parametrize("tongue", [ZH, EN])
def test_what_the_screen_calls_a_sector_is_one_of_its_names(sector: Sector, tongue: str) -> None:
    texts = Texts(paths.translations())
    assert sectors.kept(texts.say(sectors.name(sector), tongue)) == sector


def test_other_words_have_no_name(tmp_path: Path) -> None:
    assert sectors.name("电工") == sectors.name("") == ""
    assert sectors.name("construction") == "Construction"
