"""Runs tests of the ``test`` package inside the judged process, and logs the end of each.

The program of ``arranged`` imports it; it lies outside the program's folder, so that a recorder
ignores it. It writes every result at once, by functions bound at the start: the log of a process
that is killed or crashes is complete up to then. It uses nothing but the standard library.
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
    """A file of JSON lines, which is open only while a line is written."""

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
    """Writes each outcome to the log; keeps no traceback alive, and so no frame."""

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log

    def startTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """A test begins."""
        super().startTest(test)
        self._log.note("start", test.id(), str(_process_time()))

    def stopTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """A test has ended in any way."""
        super().stopTest(test)
        self._log.note("stop", test.id(), str(_process_time()))

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        """It passed."""
        self._log.note("pass", test.id())

    def addFailure(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It failed."""
        self._log.note("fail", test.id(), told(err))

    def addError(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It raised an unexpected error."""
        self._log.note("error", test.id(), told(err))

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:  # noqa: N802
        """It was skipped."""
        self._log.note("skip", test.id(), reason)

    def addExpectedFailure(self, test: unittest.TestCase, err: Error) -> None:  # type: ignore[override]  # noqa: N802
        """It failed as expected."""
        self._log.note("expected failure", test.id())

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        """It passed unexpectedly."""
        self._log.note("unexpected success", test.id())

    def addSubTest(  # type: ignore[override]  # noqa: N802
        self, test: unittest.TestCase, subtest: unittest.TestCase, err: Error | None
    ) -> None:
        """A part of a test has ended."""
        if err is not None:
            self._log.note("part", test.id(), f"{subtest.id()}: {told(err)}")


def told(err: Error) -> str:
    """Return the exception and the line of the test that it came from."""
    lines = "".join(traceback.format_exception_only(err[0], err[1]))
    places = [number for _, number in traceback.walk_tb(err[2])]
    return f"{ADDRESS.sub('0x', lines)} {places}"


def flat(suite: Iterable[Any]) -> Iterator[unittest.TestCase]:
    """Yield the test cases of a suite of suites, in order."""
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from flat(one)
        else:
            yield one


def run(arguments: list[str]) -> None:
    """Run tests of a module: ``LOG MODULE WISHES``.

    WISHES is a file of JSON: the ids of the tests to run; without any it only lists the tests.
    """
    log_path, module_name, wishes = arguments
    with open(wishes, encoding="utf-8") as file:
        wanted = set(json.load(file))
    support: Any = importlib.import_module("test.support")
    # As in regrtest: no test that needs the network, a screen or minutes.
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
