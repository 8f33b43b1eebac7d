from __future__ import annotations

from pathlib import Path

import pytest

from pdo_app.content.model import Span, Text
from pdo_app.content.reader import read
from pdo_app.content.resolve import resolve


def test_facts_become_words_everywhere(tiny: Path) -> None:
    pack = read(tiny).pack
    found = resolve(pack)
    lesson = found.lessons[0].blocks[2]
    assert lesson.zh[0].lines[1][0][1] == Span("每小时 13.90 欧元", fact="de.minimum_wage")
    assert lesson.en[0].lines[1][0][1] == Span("EUR 13.90 an hour", fact="de.minimum_wage")
    assert found.situations[0].steps[0] == Text("打 112。", "Call 112.")
    by_id = {question.id: question for question in found.questions}
    assert by_id["tiny/m13/q/which-number"].options[1].text == Text("112", "112")
    assert by_id["tiny/m13/q/wage-hours"].reason.en == "The minimum wage is EUR 13.90 an hour."


def test_everything_else_stays(tiny: Path) -> None:
    pack = read(tiny).pack
    found = resolve(pack)
    assert (found.facts, found.sources, found.countries) == (
        pack.facts,
        pack.sources,
        pack.countries,
    )
    assert found.lessons[1] == pack.lessons[1]
    assert resolve(found) == found


def test_an_unknown_fact(tiny: Path) -> None:
    from dataclasses import replace

    with pytest.raises(KeyError):
        resolve(replace(read(tiny).pack, facts=()))
