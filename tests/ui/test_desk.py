from pdo_app.app import Desk
from pdo_app.ui.routes import Place


def test_a_person_without_a_pin_begins_at_home(desk: Desk) -> None:
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.HOME
    assert desk.window.isVisible()
