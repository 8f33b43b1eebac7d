import os
from collections.abc import Callable
from io import BytesIO

# Before the first QApplication, which reads it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFontDatabase, QGuiApplication

from pdo_app.paths import resources
from tests.training.conftest import desk as desk
from tests.training.conftest import packs as packs


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> list[str]:
    """Register the fonts that the application ships; return their families."""
    families: list[str] = []
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return families


@pytest.fixture
def read(fonts: list[str]) -> Callable[[bytes], PdfReader]:
    """Open a PDF again."""
    return lambda content: PdfReader(BytesIO(content))
