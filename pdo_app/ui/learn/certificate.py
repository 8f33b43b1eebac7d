"""The way to the certificate, and the certificate itself as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pdo_app.changes import Topic
from pdo_app.errors import N_, KnownError
from pdo_app.learning.certificate import Certificate
from pdo_app.learning.overview import Overview, State
from pdo_app.learning.progress import Progress
from pdo_app.learning.sittings import PASS_MARK
from pdo_app.paper.certificate import draw_certificate, write_certificate
from pdo_app.paper.document import SHEET
from pdo_app.reports.certificate import CertificatePage, certificate_page
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop


class CertificateScreen(View):
    """Before it is earned: what is missing. Then: how it looks, and a button that saves it."""

    topics = frozenset((Topic.PROGRESS, Topic.ATTEMPTS, Topic.LEARNERS))

    def __init__(self, frame: Frame, progress: Progress, today: Callable[[], date]) -> None:
        super().__init__(frame)
        self._progress, self._today = progress, today
        self._saved: Path | None = None

    def build(self) -> QWidget:
        """Return bar and either the way or the certificate."""
        theme, language = self.theme, self.language
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, language.words("Certificate")))
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(theme.px(16), margins=(side, theme.px(4), side, theme.px(32)))
        body.setLayout(inner)
        if theme.layout is Layout.WIDE:
            body.setMaximumWidth(theme.px(1080) + 2 * side)
        learner = self.frame.person.present
        certificate = self._progress.certificate(learner, self._today())
        if certificate is None:
            inner.addWidget(self._way(self._progress.overview(learner)))
        else:
            inner.addWidget(self._given(certificate))
        inner.addStretch(1)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _way(self, overview: Overview) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=0)
        card.body.addWidget(PairLabel(theme, language.words("What the certificate needs"), "h2"))
        card.body.addSpacing(theme.px(16))
        lessons, test = overview.steps[0], overview.steps[1]
        parts = (
            (
                lessons.state,
                language.words("Read all lessons of every module"),
                language.words("{done} of {total} modules", done=lessons.done, total=lessons.total),
                (N_("Continue"), Place.JOURNEY),
            ),
            (
                test.state,
                language.words(
                    "Pass the final test with {share}", share=language.texts.percent(PASS_MARK)
                ),
                self._test_words(overview),
                (N_("To the final test"), Place.QUIZZES),
            ),
        )
        first_open = next((i for i, part in enumerate(parts) if part[0] is not State.DONE), None)
        for i, (state, title, about, action) in enumerate(parts):
            done = state is State.DONE
            knot = Knot.DONE if done else (Knot.HERE if i == first_open else Knot.AHEAD)
            line = row(theme.px(16))
            below = done if i == 0 else None
            above = None if i == 0 else parts[0][0] is State.DONE
            stop = Stop(knot, str(i + 1))
            line.addWidget(KnotWidget(theme, stop, above=above, below=below))
            words = column(theme.px(4), margins=(0, 0, 0, theme.px(24)))
            words.addWidget(PairLabel(theme, title, "h3", below=True))
            words.addWidget(PairLabel(theme, about, "caption", colour="ink_2"))
            if not done:
                look = "filled" if i == first_open else "outlined"
                button = Button(theme, language.words(action[0]), look)
                button.setObjectName(f"step{i}")
                button.clicked.connect(lambda _=False, p=action[1]: self.router.go(p))
                end = row()
                end.addWidget(button)
                end.addStretch(1)
                words.addSpacing(theme.px(8))
                words.addLayout(end)
            line.addLayout(words, 1)
            card.body.addLayout(line)
        return card

    def _test_words(self, overview: Overview) -> Words:
        if overview.final_best is None:
            return self.language.words("Not taken yet")
        share = self.language.texts.percent(overview.final_best)
        return self.language.words("Best {share}", share=share)

    def _given(self, certificate: Certificate) -> QWidget:
        theme, language = self.theme, self.language
        page = certificate_page(certificate, language.texts)
        holder = QWidget()
        narrow = theme.layout in (Layout.B, Layout.C)
        line: QBoxLayout = QVBoxLayout(holder) if narrow else QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(24))
        card = Card(theme, gap=12)
        card.body.addWidget(PairLabel(theme, language.words("Your certificate"), "h2"))
        text = language.words(
            "Given on {day}. Final test: {share}.",
            day=lambda tongue: language.texts.date(certificate.date, "long", tongue),
            share=language.texts.percent(certificate.score),
        )
        card.body.addWidget(PairLabel(theme, text, "ui", below=True))
        save = Button(theme, language.words("Save as PDF"), "filled", icon="download", large=True)
        save.setObjectName("save")
        save.clicked.connect(lambda: self._ask_where(page))
        end = row()
        end.addWidget(save)
        end.addStretch(1)
        card.body.addLayout(end)
        if self._saved is not None:
            saved = language.words("Saved in {folder}.", folder=str(self._saved))
            card.body.addWidget(PairLabel(theme, saved, "caption", colour="right", below=True))
        card.body.addStretch(1)
        preview = _Preview(theme, page)
        if narrow:
            line.addWidget(card)
            line.addWidget(preview, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            line.addWidget(preview, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        return holder

    def _ask_where(self, page: CertificatePage) -> None:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        proposed = Path(documents) / f"{self.language.say('Certificate')}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.language.say("Save the certificate"), str(proposed), "PDF (*.pdf)"
        )
        if chosen:
            self.save(page, Path(chosen))

    def save(self, page: CertificatePage, target: Path) -> None:
        """Write the PDF and say where it is, or what to do where it cannot be written."""
        if target.suffix.lower() != ".pdf":
            target = target.with_name(target.name + ".pdf")
        try:
            write_certificate(page, target)
        except KnownError as error:
            self.report(error)
            return
        self._saved = target
        self.renew()


class _Preview(QWidget):
    """The certificate as it will be printed, made small."""

    def __init__(self, theme: Theme, page: CertificatePage) -> None:
        super().__init__()
        self._theme = theme
        width = 380
        self.setFixedSize(width, round(width * SHEET.height() / SHEET.width()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ratio = max(2.0, self.devicePixelRatioF())
        self._image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._image.width() / SHEET.width(), self._image.height() / SHEET.height())
        draw_certificate(painter, QRectF(0, 0, SHEET.width(), SHEET.height()), page)
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
