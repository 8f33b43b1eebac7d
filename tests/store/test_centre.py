from pdo_app.changes import Topic
from pdo_app.records import Centre
from pdo_app.store import Store


def test_an_empty_centre_until_somebody_says_something(store: Store) -> None:
    assert store.centre.get() == Centre()


def test_a_change_replaces_the_row(store: Store) -> None:
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    store.centre.change(Centre(name="旧", pin_hash="a"))
    full = Centre("中心", "北京", b"\x89PNG" * 3000, ("李老师", "王老师"), "hash", "recovery")
    store.centre.change(full)

    assert store.centre.get() == full
    assert heard == [frozenset({Topic.CENTRE})] * 2
