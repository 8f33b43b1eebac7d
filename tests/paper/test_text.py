import pytest

from pdo_app.paper.text import FAMILIES, PT, SMALLEST, Paragraph, fitted, font

from .makers import NAMES

WIDE = 440 * PT


def test_the_fonts_of_the_application_come_first(fonts: list[str]) -> None:
    assert set(FAMILIES) <= set(fonts)
    assert font(12).families() == FAMILIES


@pytest.mark.parametrize("points", [0, 5, 8.9, 9])
def test_nothing_is_smaller_than_nine_points(fonts: list[str], points: float) -> None:
    assert font(points).pixelSize() == SMALLEST * PT


def test_ligatures_are_off(fonts: list[str]) -> None:
    face = font(12)
    (tag,) = face.featureTags()
    assert tag.toString().data() == b"liga"
    assert face.featureValue(tag) == 0


def test_line_feeds_begin_lines(fonts: list[str]) -> None:
    assert Paragraph("a\nb\r\nc", 10, WIDE).lines == 3


def test_no_words_take_no_room(fonts: list[str]) -> None:
    empty = Paragraph("", 10, WIDE)
    assert (empty.height, empty.width) == (0, 0)


def test_a_word_without_end_is_broken(fonts: list[str]) -> None:
    paragraph = Paragraph("W" * 200, 12, WIDE)
    assert paragraph.lines > 3
    assert paragraph.width <= WIDE


def test_lines_stand_at_even_distances(fonts: list[str]) -> None:
    paragraph = Paragraph("中文 and English\n" * 4, 10, WIDE)
    assert paragraph.height == pytest.approx(paragraph.lines * paragraph.step)
    assert 0 < paragraph.baseline < paragraph.step


@pytest.mark.parametrize("name", [*NAMES, "😀" * 200, "محمد " * 40])
def test_any_name_fits_its_place(fonts: list[str], name: str) -> None:
    paragraph = fitted(name, (32, 24, 18, 13, 11, 10, 9), WIDE, 92 * PT, bold=True)
    assert paragraph.height <= 92 * PT
    assert paragraph.width <= WIDE + 1


def test_a_short_name_is_large(fonts: list[str]) -> None:
    assert fitted("李建国", (32, 9), WIDE, 92 * PT).step == pytest.approx(32 * PT * 1.4)


def test_what_never_fits_takes_the_smallest_size(fonts: list[str]) -> None:
    assert fitted("名" * 900, (12, 9), WIDE, 20 * PT).step == pytest.approx(9 * PT * 1.4)
