"""An instance's attributes of the program and of a library, and its value."""

import pytest

from tests.layout.film import Film
from visualizer.model import (
    HeapObject,
    Instance,
    Other,
    Scalar,
    Sequence,
    attributes_in_order,
    identifying_value,
    library_base,
    library_value,
    own_attributes,
)


def worker(film: Film) -> tuple[int, int]:
    """Return a worker thread's class and the worker."""
    cls = film.cls("Worker", film.cls("Task", film.library_class("Thread")))
    names = ("_target", "name", "_secret", "_Worker__hidden", "_Thread__stop")
    return cls, film.instance(cls, **{name: film.number(at) for at, name in enumerate(names)})


def test_attributes_that_no_text_names_are_those_of_the_library_behind_a_class() -> None:
    film = Film()
    cls, serial = worker(film)
    text = "def __init__(self):\n    self._secret = self.__hidden = 0\n"
    own = own_attributes(film.heap[serial], film.heap, [text])
    assert [name for name, _ in own] == ["_secret", "_Worker__hidden"]
    own = own_attributes(film.heap[serial], film.heap)  # private ones, if no text is known
    assert [name for name, _ in own] == ["name"]
    assert library_base(cls, film.heap) == "Thread"


def test_an_object_of_a_library_shows_the_public_attributes_that_the_program_names() -> None:
    film = Film()
    things = {name: film.list(film.number(1)) for name in ("files", "parents", "_files")}
    found = film.instance(film.library_class("Namespace"), **things)
    own = own_attributes(film.heap[found], film.heap, ["add('--files')\nparents = 1\n"])
    assert own == (("files", things["files"]),)


def test_values_that_a_program_puts_into_a_class_derived_from_a_library_are_its_own() -> None:
    film = Film()
    data = film.dict((film.number(1), film.number(2)))
    lower = film.instance(film.cls("Lower", film.library_class("UserDict")), data=data, other=data)
    own = own_attributes(film.heap[lower], film.heap, ["x = 1\n"])
    assert own == (("data", data),)


@pytest.mark.parametrize(
    ("base", "attributes", "text"),
    [
        ("Fraction", {"_numerator": "1", "_denominator": "3"}, "Own(1, 3)"),
        ("IPv4Address", {"_ip": "2130706433"}, "Own('127.0.0.1')"),
        ("Thread", {"_name": "'t'"}, None),
    ],
)
def test_an_object_of_a_derived_class_has_the_value_of_the_library(
    base: str, attributes: dict[str, str], text: str | None
) -> None:
    film = Film()
    cls = film.cls("Own", film.library_class(base))
    parts = {name: film.new("int", Scalar(value)) for name, value in attributes.items()}
    own = film.new("Own", Instance(cls, (*parts.items(),)))
    assert library_value(film.heap[own], film.heap) == text


def test_a_class_of_the_program_alone_has_no_library_behind_it() -> None:
    film = Film()
    bases = ("ABC", "object", "dict", "MutableMapping")
    cls = film.cls("Shape", *(film.library_class(name) for name in bases))
    shape = film.instance(cls, _size=film.number(1))
    assert library_base(cls, film.heap) == ""
    assert own_attributes(film.heap[shape], film.heap) == (("_size", film.number(1)),)


def test_nothing_is_read_for_an_object_whose_attributes_no_value_of_a_library_has() -> None:
    film = Film()
    own = film.instance(film.cls("Spot", film.library_class("Base")), _spot=film.number(1))

    class Reads(dict[int, HeapObject]):
        def get(self, serial: int, default: object = None) -> None:  # type: ignore[override]
            pytest.fail(f"reads {serial}")

        def __contains__(self, serial: object) -> bool:
            pytest.fail(f"reads {serial}")

    assert library_value(film.heap[own], Reads(film.heap)) is None


def test_attributes_of_the_program_come_before_those_of_a_library() -> None:
    film = Film()
    _, serial = worker(film)
    names = [name for name, _ in attributes_in_order(film.heap[serial], film.heap)]
    assert names == ["name", "_target", "_secret", "_Worker__hidden", "_Thread__stop"]


@pytest.mark.parametrize(
    ("name", "origin", "parts", "written"),
    [
        ("'List'", "list", ["str"], "List[str]"),
        ("'Optional'", "Union", ["int", "NoneType"], "Optional[int]"),
        ("'Callable'", "Callable", ["int", "str", "NoneType"], "Callable[[int, str], None]"),
        ("None", "Box", ["int"], "Box[int]"),
    ],
)
def test_an_annotation_of_typing_looks_as_written(
    name: str, origin: str, parts: list[str], written: str
) -> None:
    film = Film()
    kind = "NoneType" if name == "None" else "str"
    given = {
        "_name": film.new(kind, Scalar(name)),
        "__origin__": film.library_class(origin),
        "__args__": film.new("tuple", Sequence(tuple(map(film.library_class, parts)), len(parts))),
    }
    alias = film.instance(film.library_class("_GenericAlias"), **given)
    assert library_value(film.heap[alias], film.heap) == written


def test_an_annotation_of_a_form_has_the_name_of_the_form() -> None:
    film = Film()
    name = film.new("str", Scalar("'ClassVar'"))
    form = film.instance(film.library_class("_SpecialForm"), _name=name)
    given = {
        "_name": film.new("NoneType", Scalar("None")),
        "__origin__": form,
        "__args__": film.new("tuple", Sequence((film.library_class("int"),), 1)),
    }
    alias = film.instance(film.library_class("_GenericAlias"), **given)
    assert library_value(film.heap[alias], film.heap) == "ClassVar[int]"


def test_an_address_of_the_internet_is_given_by_its_number() -> None:
    film = Film()
    number = film.new("int", Scalar(str(0xC0A80001)))
    address = film.instance(film.library_class("IPv4Address"), _ip=number)
    assert library_value(film.heap[address], film.heap) == "IPv4Address('192.168.0.1')"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("x size", "x"),
        ("head size", None),
        ("head value", "value"),
        ("head size name", "name"),
        ("none key", "key"),
        ("none size flag", "flag"),
    ],
)
def test_a_number_behind_other_attributes_gives_nothing(names: str, told: str | None) -> None:
    film = Film()
    values = {
        "x": film.number(1),
        "head": film.list(),
        "none": film.new("NoneType", Scalar("None")),
        "name": film.new("str", Scalar("'a'")),
        "flag": film.new("bool", Scalar("True")),
    }
    given = {name: values.get(name) or film.number(len(name)) for name in names.split()}
    thing = film.instance(film.cls("Thing"), **given)
    expected = given[told] if told is not None else None
    assert identifying_value(film.heap[thing], film.heap) == expected


def test_the_items_of_an_array_of_ctypes_are_the_programs() -> None:
    film = Film()
    cls = film.cls("py_object_Array_4", film.library_class("Array"))
    items = {"[0]": film.number(7), "[2]": film.number(8)}
    array = film.instance(cls, _objects=film.number(9), **items)
    own = own_attributes(film.heap[array], film.heap, ["a = (4 * ctypes.py_object)()\n"])
    assert own == (*items.items(),)
    assert identifying_value(film.heap[array], film.heap) is None


def test_an_attribute_called_name_or_title_identifies_an_object_rather_than_one_before_it() -> None:
    film = Film()
    city, name, title = (film.new("str", Scalar(text)) for text in ("'Seoul'", "'Mina'", "'1984'"))
    nothing, number = film.new("NoneType", Scalar("None")), film.number(7)
    cls = film.cls("Thing")
    things = {
        film.instance(cls, city=city, name=name): name,
        film.instance(cls, city=city, _name=name): name,
        film.instance(cls, city=city, _Thing__name=name): name,
        film.instance(cls, id=number, author=city, title=title): title,
        film.instance(cls, city=city, id=number): number,
        film.instance(cls, city=city, name=nothing): city,
    }
    assert [identifying_value(film.heap[one], film.heap) for one in things] == [*things.values()]


def test_the_variables_of_a_frame_do_not_identify_it() -> None:
    film = Film()
    frame = film.new("frame", Other((film.number(0),), (("n", film.number(0)),), ()))
    assert identifying_value(film.heap[frame], film.heap) is None
