"""The places that the units of a recording prefer."""

from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from visualizer.layout.picture import object_key
from visualizer.layout.sheet import Placed, Sheet
from visualizer.model import Event, Instance


def in_a_class_body(steps: int, after: int) -> tuple[Film, int, int]:
    """Make a list in the body of a class, which has it after that many steps, for ``after``."""
    film = Film()
    tricks = film.list(film.number(1), film.number(2))
    film.call("Dog", 1, tricks=tricks)
    film.step(event=Event.CALL)
    for _ in range(steps):
        film.step()
    film.calls.clear()
    film.bind("Dog", film.cls("Dog", tricks=tricks))
    film.step()
    film.bind("pet", film.instance(film.names["Dog"], name=film.number(3)))
    for _ in range(after):
        film.step()
    return film, film.names["Dog"], tricks


def box_of(sheet: Sheet, serial: int) -> Placed:
    return next(box for box in sheet.boxes if box.key == object_key(serial))


def test_a_list_of_a_class_body_stands_right_of_the_class_that_has_it_for_longer() -> None:
    film, cls, tricks = in_a_class_body(2, after=20)
    first, *_, last = all_sheets(film)
    owner, owned = box_of(last, cls), box_of(last, tricks)
    assert owner.rect.right < owned.x == box_of(first, tricks).x
    assert owner.y < owned.rect.bottom
    assert owned.y < owner.rect.bottom


def test_a_list_that_a_frame_has_for_longer_stands_beside_the_frame() -> None:
    film, cls, tricks = in_a_class_body(20, after=2)
    *_, last = all_sheets(film)
    assert box_of(last, tricks).x <= box_of(last, cls).x


def made_in_a_call(film: Film) -> int:
    """Make a list in a call below another one."""
    made = film.list(film.number(1), film.number(2))
    film.call("outer", 1, **{name: film.number(3) for name in "abcdef"})
    film.call("inner", 2, made=made)
    film.step(event=Event.CALL)
    film.step()
    return made


def test_an_object_stands_beside_an_older_one_that_soon_refers_to_it() -> None:
    film = Film()
    cls = film.cls("Chain")
    holder = film.instance(cls, head=film.number(0), tail=film.number(0))
    film.bind("chain", holder)
    film.step()
    made = made_in_a_call(film)
    film.put(holder, Instance(cls, (("head", made), ("tail", made))))
    film.calls.clear()
    for _ in range(20):
        film.step()
    last = list(all_sheets(film))[-1]
    owner, owned = box_of(last, holder), box_of(last, made)
    assert owner.rect.right < owned.x
    assert owner.y <= owned.y < owner.rect.bottom


def test_an_object_stands_beside_the_global_name_that_soon_refers_to_it() -> None:
    film = Film()
    film.bind("numbers", film.list(film.number(7)))
    film.step()
    del film.names["numbers"]
    film.step()
    film.step()
    made = made_in_a_call(film)
    film.calls.clear()
    film.bind("numbers", made)
    for _ in range(20):
        film.step()
    last = list(all_sheets(film))[-1]
    frame = last.boxes[0]
    assert frame.y <= box_of(last, made).y < frame.rect.bottom


def test_an_object_with_two_global_names_is_on_the_shelf_at_the_upper_one() -> None:
    film = Film()
    first, second = (film.list(film.number(n), film.number(n + 1)) for n in (1, 3))
    for name, serial in (("a", first), ("b", second), ("c", first)):
        film.bind(name, serial)
    for _ in range(4):
        film.step()
    last = list(all_sheets(film))[-1]
    assert box_of(last, first).y < box_of(last, second).y


def test_no_room_is_kept_for_what_a_global_name_has_only_at_the_end() -> None:
    film = Film()
    wallet = film.list(film.number(1), film.number(2))
    film.bind("wallet", wallet)
    film.step()
    prices = film.list(film.number(3), film.number(4))
    film.call("shop", 1, prices=prices)
    for _ in range(4):
        film.step()
    error = film.instance(film.cls("Short"), **{name: film.number(5) for name in "abcd"})
    film.call("pay", 2, error=error)
    for _ in range(20):
        film.step()
    film.calls.clear()
    film.bind("error", error)
    film.step()
    during = list(all_sheets(film))[-2]
    assert box_of(during, prices).x == box_of(during, wallet).x
