from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.model import Text
from pdo_app.learning.certificate import RULE, Certificate, CertifiedModule
from pdo_app.records import Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import CertificatePage, certificate_page
from pdo_app.texts import Texts

GIVEN = Certificate(
    name="李建国",
    destination="DE",
    date=date(2026, 11, 24),
    right=18,
    total=20,
    score=0.9,
    pass_mark=0.8,
    rule=RULE,
    version="2026.11",
    modules=(
        CertifiedModule(1, Text("去不去，看清条件", "Decide and check the offer")),
        CertifiedModule(13, Text("紧急情况", "Emergencies")),
    ),
)


def page(catalogues: Path, mode: Mode = Mode.BOTH, **changes: object) -> CertificatePage:
    return certificate_page(replace(GIVEN, **changes), Texts(catalogues, mode))  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_bilingual_in_every_mode_chinese_first(catalogues: Path, mode: Mode) -> None:
    made = page(catalogues, mode)
    assert made == page(catalogues)
    assert made.opening == Words("兹证明", "This certifies that")
    assert [(knot.number, knot.title) for knot in made.modules] == [
        (1, Words("去不去，看清条件", "Decide and check the offer")),
        (13, Words("紧急情况", "Emergencies")),
    ]


def test_it_says_score_day_destination_and_version(catalogues: Path) -> None:
    made = page(catalogues)
    score, day = made.figures
    assert score.value.second == "18 of 20 right (90%)"
    assert day.value == Words("2026年11月24日", "24 November 2026")
    assert made.ahead.first.endswith("德国")
    assert made.ahead.second == "Destination: Germany"
    assert "2026.11" in made.foot.second
    assert made.statement.second.startswith("has completed these 2 modules")


def test_one_module_is_singular(catalogues: Path) -> None:
    assert "this module" in page(catalogues, modules=GIVEN.modules[:1]).statement.second


def test_it_says_the_rule(catalogues: Path) -> None:
    assert "at least 80%" in page(catalogues).rule.second


def test_a_rule_of_another_version_is_named_not_guessed(catalogues: Path) -> None:
    assert page(catalogues, rule="two-tests").rule.second == "Given by the rule: two-tests."


@pytest.mark.parametrize(
    "name", ["<b>x</b>", "=1+1", "名" * 200, "😀", "محمد علي", "{total} %s {}"]
)
def test_the_name_is_as_typed(catalogues: Path, name: str) -> None:
    made = page(catalogues, name=name)
    assert made.name == name
    assert made.document.endswith(f" · {name}")


def test_no_code_and_no_identity_number(catalogues: Path) -> None:
    words = str(page(catalogues)).lower()
    assert not any(word in words for word in ("verif", "code", "identity", "passport"))
