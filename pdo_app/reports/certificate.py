"""What the certificate says. It is always bilingual, Chinese first: others read it too."""

from __future__ import annotations

from dataclasses import dataclass

from pdo_app.learning.certificate import RULE, Certificate
from pdo_app.reports.bilingual import Words, in_both, of_text
from pdo_app.texts import EN, ZH, Texts

_BOTH = (ZH, EN)


@dataclass(frozen=True, slots=True)
class Knot:
    """A module on the route of the certificate."""

    number: int
    title: Words


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its label: the score, the day."""

    label: Words
    value: Words


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """The page from top to bottom. ``name`` is plain text exactly as typed; ``document`` is the
    title in the file's properties, ``ahead`` the place where the route leads."""

    document: str
    title: Words
    opening: Words
    name: str
    statement: Words
    modules: tuple[Knot, ...]
    ahead: Words
    figures: tuple[Figure, ...]
    rule: Words
    foot: Words


def certificate_page(certificate: Certificate, texts: Texts) -> CertificatePage:
    """Word a certificate."""

    def say(source: str, **values: object) -> Words:
        return in_both(lambda language: texts.say(source, language, **values), _BOTH)

    title = say("Certificate of Pre-departure Orientation")
    return CertificatePage(
        document=f"{title.first} {title.second} · {certificate.name}",
        title=title,
        opening=say("This certifies that"),
        name=certificate.name,
        statement=_statement(certificate, texts),
        modules=tuple(Knot(m.number, of_text(m.title, _BOTH)) for m in certificate.modules),
        ahead=in_both(
            lambda language: texts.say(
                "Destination: {country}",
                language,
                country=texts.country(certificate.destination, language),
            ),
            _BOTH,
        ),
        figures=(
            Figure(say("Final test"), _score(certificate, texts)),
            Figure(
                say("Date of issue"),
                in_both(lambda lang: texts.date(certificate.date, "long", lang), _BOTH),
            ),
        ),
        rule=_rule(certificate, texts),
        foot=say("PDO Companion · content version {version}", version=certificate.version),
    )


def _statement(certificate: Certificate, texts: Texts) -> Words:
    return in_both(
        lambda language: texts.count(
            "has completed this module of the orientation for work in Europe and passed the final "
            "test.",
            "has completed these {n} modules of the orientation for work in Europe and passed the "
            "final test.",
            len(certificate.modules),
            language,
        ),
        _BOTH,
    )


def _score(certificate: Certificate, texts: Texts) -> Words:
    return in_both(
        lambda language: texts.say(
            "{right} of {total} right ({share})",
            language,
            right=texts.number(certificate.right, language),
            total=texts.number(certificate.total, language),
            share=texts.percent(certificate.score, language),
        ),
        _BOTH,
    )


def _rule(certificate: Certificate, texts: Texts) -> Words:
    """Return the rule in words. A rule of another version is named by its id, never guessed."""

    def worded(language: str) -> str:
        if certificate.rule != RULE:
            return texts.say("Given by the rule: {rule}.", language, rule=certificate.rule)
        return texts.say(
            "Given by this rule: every lesson of these modules completed, and at least {share} of "
            "the final test right.",
            language,
            share=texts.percent(certificate.pass_mark, language),
        )

    return in_both(worded, _BOTH)
