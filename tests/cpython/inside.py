"""Runs tests of the ``test`` package inside the judged process, and notes how each one ended.

Imported by the program that ``arranged`` writes; lies outside its folder, so that a recorder leaves
it alone. Every result is written as soon as it is known, by functions bound at the start: a process
that is killed or crashes has told all up to then. Uses nothing but the standard library.
"""

import importlib
import json
import os
import re
import sys
import time
import traceback
import unittest
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any

type Error = tuple[type[BaseException], BaseException, TracebackType]

APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND
_open, _write, _close, _dumps = os.open, os.write, os.close, json.dumps
_process_time = time.process_time
ADDRESS = re.compile(r"0x[0-9a-fA-F]+")


class Log:
    """Lines of JSON at the end of a file, which is open only while one is written."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._process = os.getpid()

    def note(self, *entry: str) -> None:
        """Append a line; not from a forked child, which runs the tests a second time."""
        if os.getpid() != self._process:
            return
        descriptor = _open(self._path, APPEND, 0o600)
        _write(descriptor, _dumps(entry).encode() + b"\n")
        _close(descriptor)


class Result(unittest.TestResult):
    """Tells each outcome to the log; keeps no traceback, and with it no frame, alive."""

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log

    def startTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """A test begins."""
        super().startTest(test)
        self._log.note("start", test.id(), str(_process_time()))

    def stopTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """A test has ended, however it did."""
        super().stopTest(test)
        self._log.note("stop", test.id(), str(_process_time()))

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        """It passed."""
        self._log.note("pass", test.id())

    def addFailure(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It failed."""
        self._log.note("fail", test.id(), told(err))

    def addError(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It raised what it should not have."""
        self._log.note("error", test.id(), told(err))

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:  # noqa: N802
        """It was left out."""
        self._log.note("skip", test.id(), reason)

    def addExpectedFailure(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It failed as it says it does."""
        self._log.note("expected failure", test.id())

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        """It passed although it says it fails."""
        self._log.note("unexpected success", test.id())

    def addSubTest(  # type: ignore[override]  # noqa: N802
        self, test: unittest.TestCase, subtest: unittest.TestCase, err: Error | None
    ) -> None:
        """A part of a test has ended."""
        if err is not None:
            self._log.note("part", test.id(), f"{subtest.id()}: {told(err)}")


def told(err: Error) -> str:
    """The exception and the line of the test that it came from."""
    lines = "".join(traceback.format_exception_only(err[0], err[1]))
    places = [number for _, number in traceback.walk_tb(err[2])]
    return f"{ADDRESS.sub('0x', lines)} {places}"


def flat(suite: Iterable[Any]) -> Iterator[unittest.TestCase]:
    """The test cases of a suite of suites, in order."""
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from flat(one)
        else:
            yield one


def run(arguments: list[str]) -> None:
    """Run tests of a module: ``LOG MODULE WISHES``.

    WISHES is a file of JSON: the ids of the tests to run; without any they are only named.
    """
    log_path, module_name, wishes = arguments
    with open(wishes, encoding="utf-8") as file:
        wanted = set(json.load(file))
    support: Any = importlib.import_module("test.support")
    # As regrtest does it: nothing that needs the network, a screen or minutes.
    support.use_resources = []
    support.verbose = 0
    log = Log(log_path)
    log.note("process", str(os.getpid()))
    try:
        module = importlib.import_module(module_name)
    except unittest.SkipTest as reason:
        log.note("skipped module", module_name, str(reason))
        return
    every = list(flat(unittest.defaultTestLoader.loadTestsFromModule(module)))
    suite = unittest.TestSuite(test for test in every if test.id() in wanted)
    if not wanted:
        for test in every:
            log.note("named", test.id())
    every.clear()
    suite.run(Result(log))
    log.note("done", module_name)
    sys.stdout.flush()
