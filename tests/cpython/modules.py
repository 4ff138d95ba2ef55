"""The judged tests of CPython, and those that are known to differ or to take too long."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Module:
    """A module of the ``test`` package; a full run must compare ``least`` of its tests.

    ``sample`` are the tests that the suite always judges, without the module's name.
    """

    name: str
    least: int
    sample: tuple[str, ...] = ()


MODULES = (
    Module("test.test_asyncio.test_futures", 159),
    Module(
        "test.test_asyncio.test_locks",
        75,
        ("LockTests.test_lock", "ConditionTests.test_context_manager", "EventTests.test_repr"),
    ),
    Module("test.test_asyncio.test_queues", 59),
    Module("test.test_asyncio.test_tasks", 250, ("CIntrospectionTests.test__enter_task",)),
    Module(
        "test.test_contextlib",
        90,
        ("TestChdir.test_simple", "NullcontextTestCase.test_nullcontext"),
    ),
    Module(
        "test.test_coroutines",
        96,
        (
            *("CoroutineTest.test_func_1", "CoroutineTest.test_func_14"),
            *("CoroutineTest.test_await_10", "CoroutineTest.test_with_2"),
        ),
    ),
    Module(
        "test.test_dataclasses",
        200,
        ("TestCase.test_dynamic_class_creation", "TestMakeDataclass.test_no_types"),
    ),
    Module(
        "test.test_descr",
        141,
        (
            *(
                "ClassPropertiesAndMethods.test_object_class",
                "ClassPropertiesAndMethods.test_slots",
            ),
            *("ClassPropertiesAndMethods.test_hash_inheritance",),
        ),
    ),
    Module("test.test_dict", 100, ("DictTest.test_keys", "DictTest.test_views_mapping")),
    Module("test.test_enum", 100),
    Module("test.test_exceptions", 93, ("PEP626Tests.test_missing_lineno_shows_as_none",)),
    Module(
        "test.test_functools",
        258,
        ("TestCachedProperty.test_access_from_class", "TestLRUPy.test_lru_cache_parameters"),
    ),
    Module(
        "test.test_gc",
        42,
        (
            *(
                "GCTests.test_boom2",
                "GCTests.test_dict",
                "GCTests.test_get_count",
                "GCTests.test_get_objects_arguments",
            ),
            *("GCTests.test_list", "GCTests.test_saveall", "GCTests.test_tuple"),
        ),
    ),
    Module(
        "test.test_generators",
        47,
        (
            *("FinalizationTest.test_frame_resurrect", "GeneratorTest.test_name"),
            "SignalAndYieldFromTest.test_raise_and_yield_from",
        ),
    ),
    Module("test.test_iter", 50, ("TestCase.test_iter_basic",)),
    Module("test.test_itertools", 104),
    Module("test.test_list", 63, ("ListTest.test_basic",)),
    Module("test.test_patma", 327, ("TestPatma.test_patma_170", "TestPatma.test_patma_209")),
    Module("test.test_queue", 132),
    Module("test.test_scope", 41, ("ScopeTests.testLambdas", "ScopeTests.testUnboundLocal")),
    Module("test.test_set", 470, ("TestFrozenSet.test_new_or_init", "TestMutate.test_add_absent")),
    Module("test.test_threading", 200, ("ThreadTests.test_ident_of_no_threading_threads",)),
    Module("test.test_typing", 110),
    Module(
        "test.test_weakref",
        128,
        ("ReferencesTestCase.test_basic_callback", "ReferencesTestCase.test_callback_in_cycle"),
    ),
    Module("test.test_with", 51, ("ExceptionalTestCase.testErrorsInBool",)),
)

CLOSE = (
    *("test.test_gc", "test.test_weakref", "test.test_generators", "test.test_coroutines"),
    *("test.test_descr", "test.test_dict", "test.test_exceptions", "test.test_list"),
    *("test.test_set", "test.test_class", "test.test_scope", "test.test_with"),
    "test.test_itertools",
)
"""The modules that depend most on the interpreter; ``python -m tests.cpython`` judges them."""


def differences() -> dict[str, str]:
    """Return the tests that any Python tool that watches changes, with the reasons."""
    with (HERE / "differences.toml").open("rb") as file:
        entries = tomllib.load(file)["difference"]
    return {test: entry["reason"] for entry in entries for test in entry["tests"]}


def is_slow(test: str) -> bool:
    """Whether a test takes too long under the recorder: it repeats some action very often."""
    return any(fnmatchcase(test, pattern) for pattern in _slow())


def _slow() -> list[str]:
    lines = (HERE / "slow.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
