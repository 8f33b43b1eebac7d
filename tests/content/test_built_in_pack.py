"""What the built-in pack holds, checked against what others know."""

from __future__ import annotations

import json
import zoneinfo
from collections import Counter
from functools import cache
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

import phonenumbers
import pytest
from babel.numbers import get_territory_currencies
from click.testing import CliRunner
from opencc import OpenCC
from phonenumbers import shortnumberinfo

from pdo_app.cli import main
from pdo_app.content.linking import TERM, link_terms
from pdo_app.content.model import Country, Language, Pack
from pdo_app.content.reader import read
from pdo_app.content.statistics import statistics

CORE = Path(__file__).parents[2] / "resources" / "packs" / "core"

CURRENCIES = {"BG": ("EUR", "the euro since 2026-01-01; CLDR still has the lev")}

# Second-level names that a state gives to its authorities only: bmf.gv.at, gob.es, mfa.gov.lv.
GOVERNMENT = {"gv", "gov", "gouv", "gob", "govt", "government", "admin", "public"}
OFFICIAL = {
    "EU and the United Nations": "europa.eu iom.int ilo.org iom.sk",
    "Chinese missions abroad": "china-embassy.org",
    "Austria": "ams.at auva.at entsendeplattform.at frauenhelpline.at gesundheitskasse.at"
    " konsumentenfragen.at rtr.at stadt-salzburg.at umweltprofis.at workinaustria.com",
    "Belgium": "belgique.be belgium.be brussels.be be.brussels fedasilinfo.be seraing.be unia.be",
    "Croatia": "ombudsman.hr",
    "Czechia": "dpp.cz integracnicentra.cz mvcr.cz policie.cz suip.cz",
    "Denmark": "aarhus.dk borger.dk cmm.dk newcitizen.dk nyidanmark.dk odense.dk randers.dk"
    " regionh.dk workindenmark.dk workplacedenmark.dk",
    "Estonia": "112.ee eesti.ee emta.ee just.ee politsei.ee riigiteataja.ee ti.ee",
    "Finland": "hsl.fi infofinland.fi migri.fi stm.fi tampere.fi tem.fi tyosuojelu.fi",
    "France": "ameli.fr antidiscriminations.fr cleiss.fr welcometofrance.com",
    "Germany": "ankommenapp.de arbeitsagentur.de bahn.de bayern.de berlin.de bgbl.de bmas.de"
    " bzkj.de deutsche-rentenversicherung.de diplo.de evz.de gesetze-im-internet.de hessen.de"
    " hilfetelefon.de landkreis-karlsruhe.de prenzlau.eu ukh.de",
    "Hungary": "bkk.hu",
    "Iceland": "112.is island.is mcc.is posting.is skatturinn.is vinnumalastofnun.is",
    "Ireland": "citizensinformation.ie irishimmigration.ie irishstatutebook.ie"
    " workplacerelations.ie",
    "Italy": "1522.eu asst-lariana.it at-bus.it castiglionfibocchi.ar.it esteri.it"
    " gazzettaufficiale.it normattiva.it prefettura.it provincia.lecco.it regione.toscana.it",
    "Liechtenstein": "gesetze.li liechtenstein-business.li llv.li",
    "Lithuania": "112.lt mfa.lt micenter.lt migracija.lt sodra.lt uzt.lt vdi.lt vilnius.lt vmvt.lt",
    "Luxembourg": "csl.lu stoptraite.lu",
    "Netherlands": "denhaag.nl government.nl ind.nl netherlandsworldwide.nl nllabourauthority.nl"
    " overheid.nl rechtspraak.nl wegwijzermensenhandel.nl workinnl.nl",
    "Norway": "arbeidstilsynet.no helsenorge.no nkom.no regjeringen.no skatteetaten.no sua.no"
    " toll.no vegvesen.no",
    "Poland": "gov.pl wtp.waw.pl",
    "Portugal": "diariodarepublica.pt",
    "Romania": "mae.ro",
    "Slovakia": "kosice.sk",
    "Slovenia": "infotujci.si",
    "Spain": "boe.es lemoa.net seg-social.es",
    "Sweden": "government.se jamstalldhetsmyndigheten.se oresunddirekt.se sosalarm.se"
    " swedishgenderequalityagency.se transportstyrelsen.se vgregion.se",
    "Switzerland": "alertswiss.ch diemtigen.ch ethz.ch gr.ch sva-bl.ch svasg.ch wichtrach.ch zh.ch",
}
"""Other hosts of states, towns, social insurers, public transport and help lines they run."""
REPRINTS = {
    "jusline.at": "the text of Austrian laws and rulings",
    "lexisnexis.at": "the text of Austrian ordinances",
    "lindeverlag.at": "the text of Austrian laws",
    "ots.at": "releases of Austrian ministries, word for word",
    "bamigra.de": "the elected council of migrants of a town",
    "finanznachrichten.de": "a release of the government of Liechtenstein, word for word",
    "haufe.de": "the text of a German technical rule",
    "presseportal.de": "releases of German police and customs, word for word",
    "forsal.pl": "the text of a Polish law, compared with another copy",
    "lawbrary.ch": "the text of Swiss laws",
    "refugee.bg": "the site of the UN refugee agency in Bulgaria",
    "ricercalegis.it": "the text of an Italian law as printed in the official gazette",
    "sdc-foodsystems.ch": "a decision of the Swiss Federal Council, word for word",
    "swissrights.ch": "the text of Swiss laws",
}
"""Pages of others that show an official text as it is."""
KEYS = {
    "modules",
    "lessons",
    "blocks",
    "slides",
    "words",
    "questions",
    "questions_by_module",
    "forms",
    "countries",
    "facts",
    "facts_past_review",
    "terms",
    "phrases",
    "pictures",
    "checklist_items",
}


@cache
def core() -> Pack:
    return read(CORE).pack


def test_the_numbers_of_the_pack() -> None:
    day = core().info.date.isoformat()
    done = CliRunner().invoke(main, ["content", "stats", "--json", "--on", day, str(CORE)])
    found = json.loads(done.stdout)
    assert set(found) >= KEYS
    assert found["modules"] == 14
    assert found["lessons"] >= 14 * 4 + 3 * 4
    assert found["blocks"] > 8 * found["lessons"]
    assert found["slides"] >= 5 * found["lessons"]
    assert min(found["words"].values()) > 200 * found["lessons"]
    assert found["questions"] >= 280
    assert found["forms"] == {"A": 22, "B": 22}
    assert found["countries"] == 31
    assert (found["facts"]["C"], found["facts_past_review"]) == (0, 0)
    assert found["terms"] >= 130
    assert found["phrases"] >= 40 * 31
    assert found["pictures"] >= 120
    assert found["checklist_items"] >= 14


def test_each_module_has_enough() -> None:
    pack = core()
    practice = Counter(question.module for question in pack.questions if not question.reserved)
    for module in pack.modules:
        assert 3 <= len(module.objectives) <= 5 or module.country, module.id
        assert 4 <= len(module.lessons) <= 6, module.id
        assert practice[module.id] >= (8 if module.country else 20), module.id


def test_the_numbers_by_command_are_those_of_the_pack() -> None:
    found = statistics(core(), core().info.date)
    assert found.lessons == sum(len(module.lessons) for module in core().modules)


@pytest.mark.parametrize("country", core().countries, ids=lambda country: country.code)
def test_emergency_numbers_are_those_that_phonenumbers_knows(country: Country) -> None:
    code = country.code
    numbers = [number.number for number in country.emergency]
    assert "112" in numbers
    for number in {"112", *numbers}:
        assert shortnumberinfo.is_emergency_number(number, code), number
        short = phonenumbers.parse(number, code)
        assert shortnumberinfo.is_valid_short_number_for_region(short, code), number


@pytest.mark.parametrize("country", core().countries, ids=lambda country: country.code)
def test_currency_and_time_zone(country: Country) -> None:
    code = country.code
    wanted = CURRENCIES[code][0] if code in CURRENCIES else get_territory_currencies(code)[0]
    assert country.currency == wanted
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    zones = [row.split("\t")[2] for row in table.splitlines() if row.startswith(f"{code}\t")]
    assert country.time_zone in zones
    assert zoneinfo.ZoneInfo(country.time_zone)


def hosted(host: str, names: set[str]) -> bool:
    parts = host.split(".")
    return any(".".join(parts[start:]) in names for start in range(len(parts)))


def test_every_source_of_grade_a_is_official() -> None:
    """Those of other grades are marked by their grade; one without an address has a note."""
    official = {host for hosts in OFFICIAL.values() for host in hosts.split()} | set(REPRINTS)
    for source in core().sources:
        host = urlsplit(source.address).hostname or ""
        if source.address and source.grade == "A":
            government = GOVERNMENT & set(host.split(".")[:-1])
            assert government or hosted(host, official), f"{source.id}: is {host} official?"
        elif not source.address:
            assert source.note is not None, source.id


def test_no_two_questions_ask_the_same() -> None:
    for language in Language:
        stems = Counter(question.stem[language] for question in core().questions)
        assert [stem for stem, count in stems.items() if count > 1] == []


def test_chinese_is_written_in_simplified_characters() -> None:
    simplified = OpenCC("t2s")
    for path in sorted(CORE.rglob("*")):
        if path.suffix in (".md", ".yaml"):
            text = path.read_text(encoding="utf-8")
            changed = simplified.convert(text)
            different = {(a, b) for a, b in zip(text, changed, strict=True) if a != b}
            assert different == set(), path.name


def test_every_lesson_has_a_picture_of_its_own_that_says_where_it_comes_from() -> None:
    pictures = {picture.id: picture for picture in core().pictures}
    names = [lesson.picture or "" for lesson in core().lessons]
    assert len(set(names)) == len(names)
    for name in names:
        assert pictures[name].licence == "MIT"
        assert "composed for this project from " in pictures[name].origin
        size = (CORE / pictures[name].file).stat().st_size
        assert size < 20_000, name


def test_every_lesson_leads_to_the_glossary() -> None:
    for lesson in link_terms(core()).lessons:
        for language in Language:
            lines = (line for b in lesson.blocks for e in b.side(language) for line in e.lines)
            links = {span.link for line in lines for cell in line for span in cell}
            assert any(link and link.startswith(TERM) for link in links), (lesson.id, language)
