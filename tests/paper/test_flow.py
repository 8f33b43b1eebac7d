from pdo_app.paper.flow import Piece, paginate


def piece(height: float, *, with_next: bool = False) -> Piece:
    return Piece(height, lambda painter, y: None, with_next)


def heights(pieces: list[Piece], page: float) -> list[list[tuple[float, float]]]:
    return [[(y, placed.height) for y, placed in one] for one in paginate(pieces, page)]


def test_there_is_a_page_even_without_pieces() -> None:
    assert paginate([], 100) == [[]]


def test_pieces_follow_each_other() -> None:
    assert heights([piece(40), piece(50), piece(30)], 100) == [[(0, 40), (40, 50)], [(0, 30)]]


def test_a_title_goes_with_what_follows() -> None:
    pieces = [piece(60), piece(20, with_next=True), piece(30)]
    assert heights(pieces, 100) == [[(0, 60)], [(0, 20), (20, 30)]]


def test_a_title_at_the_end_is_not_lost() -> None:
    assert heights([piece(60), piece(20, with_next=True)], 100) == [[(0, 60), (60, 20)]]


def test_what_is_higher_than_a_page_is_parted_but_not_moved() -> None:
    pieces = [piece(40), piece(50, with_next=True), piece(70)]
    assert heights(pieces, 100) == [[(0, 40), (40, 50)], [(0, 70)]]


def test_a_piece_higher_than_a_page_has_its_own() -> None:
    assert heights([piece(40), piece(150), piece(40)], 100) == [[(0, 40)], [(0, 150)], [(0, 40)]]


def test_a_head_is_drawn_again_where_its_table_goes_on() -> None:
    head = piece(10, with_next=True)
    rows = [Piece(30, lambda painter, y: None, repeated=head) for _ in range(4)]
    assert heights([head, *rows], 100) == [
        [(0, 10), (10, 30), (40, 30), (70, 30)],
        [(0, 10), (10, 30)],
    ]
