"""The interface language on the screen: live switching, Qt's own words, and bilingual labels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTimer,
    QTranslator,
    Signal,
)

from pdo_app.content.model import Language as ContentLanguage
from pdo_app.content.model import Text
from pdo_app.content.text import standing_alone as standing_alone
from pdo_app.errors import Message
from pdo_app.records import Mode
from pdo_app.texts import EN, ZH, Texts

_AFTER_START = 500  # milliseconds


@dataclass(frozen=True, slots=True)
class Words:
    """What a bilingual label shows: the first language, and the second where the mode has one."""

    main: str
    second: str | None = None

    @property
    def spoken(self) -> str:
        """Both languages in one line, for accessible names."""
        return f"{self.main} {self.second}" if self.second else self.main

    @property
    def alone(self) -> Words:
        """The same words standing alone rather than in a sentence; see :func:`standing_alone`."""
        second = None if self.second is None else standing_alone(self.second)
        return Words(standing_alone(self.main), second)


def _in(language: str, values: dict[str, object]) -> dict[str, object]:
    """Return the values as they read in one language."""
    return {k: v(language) if callable(v) else v for k, v in values.items()}


class _GettextTranslator(QTranslator):
    """Answers Qt's ``tr`` from our catalogue; a missing word gives the source back."""

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the word in the main language, None to let Qt's own catalogue answer."""
        found = self._texts.say(source)
        return None if found == source else found

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to look up."""
        return False


class Language(QObject):
    """The language in force. ``changed`` is emitted after a switch; views then build anew."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self._ours = _GettextTranslator(texts, self)
        self._qt = QTranslator(self)
        QCoreApplication.installTranslator(self._qt)
        QCoreApplication.installTranslator(self._ours)
        # Qt's own words are those of its dialogs: they can wait until the first page stands.
        QTimer.singleShot(_AFTER_START, self._load_qt)

    @property
    def mode(self) -> Mode:
        """中文, both, or English."""
        return self.texts.mode

    @property
    def content(self) -> tuple[ContentLanguage, ...]:
        """The languages of the content to show, the first one first."""
        if self.mode is Mode.BOTH:
            return (ContentLanguage.ZH, ContentLanguage.EN)
        return (ContentLanguage(self.texts.main),)

    def switch(self, mode: Mode) -> None:
        """Change the mode at once. Installing a translator sends LanguageChange to all."""
        if mode is self.mode:
            return
        self.texts.mode = mode
        self._load_qt()
        self.changed.emit()

    def close(self) -> None:
        """Take the translators away from Qt; the window that they spoke for is gone."""
        QCoreApplication.removeTranslator(self._ours)
        QCoreApplication.removeTranslator(self._qt)

    def words(self, source: str, **values: object) -> Words:
        """Return a word of the interface, in one or two languages.

        A value that is a function is asked for the value in each language: ``zh`` or ``en``.
        """
        main, second = self.texts.main, self.texts.second
        return Words(
            self.texts.say(source, main, **_in(main, values)),
            self.texts.say(source, second, **_in(second, values)) if second else None,
        )

    def counted(self, one: str, many: str, number: int, **values: object) -> Words:
        """Return a plural form, in one or two languages; ``values`` as for :meth:`words`."""
        main, second = self.texts.main, self.texts.second
        return Words(
            self.texts.count(one, many, number, main, **_in(main, values)),
            self.texts.count(one, many, number, second, **_in(second, values)) if second else None,
        )

    def say(self, source: str, **values: object) -> str:
        """Return a word of the interface in the main language alone."""
        return self.texts.say(source, **values)

    def show(self, text: Text) -> Words:
        """Return words of the content, in one or two languages."""
        if self.texts.main == EN:
            return Words(text.en)
        return Words(text.zh, text.en if self.texts.second else None)

    def message(self, message: Message) -> Words:
        """Return a sentence for the person, in one or two languages."""
        second = self.texts.second
        return Words(
            self.texts.message(message), self.texts.message(message, second) if second else None
        )

    def sentences(self, *messages: Message) -> Words:
        """Return several sentences as one text, in one or two languages."""
        parts = [self.message(message) for message in messages]
        # Chinese sentences follow each other without a space.
        joint = " " if self.texts.main == EN else ""
        second = " ".join(part.second for part in parts if part.second)
        return Words(joint.join(part.main for part in parts), second or None)

    def _load_qt(self) -> None:
        # Read here: PySide makes QLocale's 800 enum members when its name is first touched.

        name = "zh_CN" if self.texts.main == ZH else "en"
        QLocale.setDefault(QLocale(name if name == "zh_CN" else "en_GB"))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._qt.load(f"qtbase_{name}", folder)
