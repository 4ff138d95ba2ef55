"""Derives which thread holds a lock and which threads wait for it, as far as that is certain.

An ``RLock`` has its owner. A plain ``Lock`` only has its state: it is held by the thread that is in
its ``with`` block, or that has completed a line that acquired it, until it is seen unlocked, or
released or acquired by another thread. Everything is derived from the numbers of the scan; no
object is touched. Locks acquired or released in any other way are omitted.
"""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.locks.lock_sites import RELEASE, WITH
from visualizer.recorder.objects import contents
from visualizer.recorder.objects.packing import UNMARKED, unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from visualizer.recorder.frames.variables import Addresses, FrameView
    from visualizer.recorder.locks.library_waits import Wait
    from visualizer.recorder.locks.lock_sites import LockSite
    from visualizer.recorder.objects.plans import Layout
    from visualizer.recorder.steps.changes import Tracker

    type Stacks = Mapping[int, Sequence[FrameView]]
    """Frames by thread."""
    type Frame = tuple[int, int, int]
    """A frame's depth, its address, and its code's address."""
    type Resolved = tuple[LockSite, int]
    """A site, and the address of its lock."""
    type Activity = tuple[Frame, int, list[Resolved]]
    """The frame and line that a thread is at, and its operations on locks."""
    type Calls = dict[int, Wait]
    """Waits in the library, by thread."""

IDLE: Activity = ((0, 0, 0), 0, [])
"""The activity of a thread at a line without lock operations."""
PLAIN = -1
"""The count of a plain lock, which has none."""


class LockUse:
    """The known use of one lock; ``timed`` are the threads that wait with a timeout."""

    __slots__ = ("holder", "next", "timed", "waiting")

    def __init__(self) -> None:
        self.holder = 0
        self.waiting: list[int] = []
        self.timed: list[int] = []
        self.next: list[int] = []

    def numbers(self) -> tuple[int, ...]:
        """Return the operands of ``LOCKS`` after the serial."""
        found = [self.holder]
        for threads in (self.waiting, self.timed, self.next):
            found += (len(threads), *threads)
        return tuple(found)


class Locks:
    """Follows holders and waiters of locks from step to step."""

    def __init__(
        self,
        tracker: Tracker,
        globals_: Mapping[int, tuple[Layout, Addresses]],
        number: Callable[[str], int],
    ) -> None:
        self._tracker = tracker
        self._globals = globals_
        self._lock_name, self._ident_name = number("_lock"), number("_ident")
        self._held: dict[int, int] = {}
        self._activities: dict[int, Activity] = {}
        self._entered: dict[int, dict[Frame, dict[int, int]]] = {}
        self._sent: dict[int, tuple[int, ...]] = {}

    def forget_all(self) -> None:
        """Forget all locks: their addresses may be other objects' by now."""
        for table in (self._held, self._activities, self._entered, self._sent):
            table.clear()

    def step(
        self,
        own: tuple[int, Sequence[FrameView], int | None, bool],
        others: Stacks,
        calls: Calls,
        numbers: list[int],
    ) -> None:
        """Append the changes.

        ``own`` is the step's thread, its frames, the line about to run (None: no line event) and
        whether an exception was raised.
        """
        thread, views, line, raised = own
        for other, frames in others.items():
            self._note_releases(other, frames)
        self._complete_line(thread, views, raised)
        self._start_line(thread, views, line)
        stacks = {thread: views, **others}
        for gone in [t for t in self._entered if t not in stacks]:
            del self._entered[gone]
        for address in [a for a in self._held if not self._is_locked(a)]:
            del self._held[address]
        uses = self._holders(stacks, thread, calls)
        self._note_waiting(uses, others, calls)
        if line is not None:
            self._note_next(uses, thread, len(views) - 1)
        self._send(uses, numbers)

    # ---- lines of threads ----

    def _complete_line(self, thread: int, views: Sequence[FrameView], raised: bool) -> None:
        """Apply the lock operations of the thread's last line, which it has completed."""
        activity = self._activities.pop(thread, None)
        if activity is None or not views:
            return
        frame = frame_of(views, len(views) - 1)
        if len(views) > activity[0][0] + 1:
            self._activities[thread] = activity  # a call on the line continues
            return
        calls = [(site, lock) for site, lock in activity[2] if site.kind != WITH]
        one = len(calls) == 1 and frame == activity[0] and not raised
        for site, lock in calls:
            if site.kind == RELEASE:
                self._held.pop(lock, None)
            elif one and site.is_certain and self._is_locked(lock):
                self._held[lock] = thread

    def _note_releases(self, thread: int, views: Sequence[FrameView]) -> None:
        """Apply the releases that another thread has passed on its line."""
        frame, line, resolved = self._activities.get(thread, IDLE)
        depth = frame[0]
        there = depth < len(views) and frame_of(views, depth) == frame and views[depth].line == line
        left = []
        for site, lock in resolved:
            if site.kind == RELEASE and not (there and views[depth].instruction <= site.at):
                self._held.pop(lock, None)
            else:
                left.append((site, lock))
        if len(left) < len(resolved):
            self._activities[thread] = (frame, line, left)

    def _start_line(self, thread: int, views: Sequence[FrameView], line: int | None) -> None:
        """Note the locks of the line that the thread is about to run."""
        frames = [frame_of(views, depth) for depth in range(len(views))]
        known = self._entered.get(thread, {})
        entered = {frame: known[frame] for frame in frames if frame in known}
        self._entered[thread] = entered
        if line is None or not views:
            return
        sites = views[-1].info.sites
        found = sites.on(line, views[-1].instruction) if sites is not None else ()
        resolved = [(one, at) for one in found if (at := self._find(one.path, views[-1]))]
        if resolved:
            self._activities[thread] = (frames[-1], line, resolved)
            withs = {site.at: lock for site, lock in resolved if site.kind == WITH}
            if withs:
                entered.setdefault(frames[-1], {}).update(withs)

    def _find(self, path: Sequence[int], view: FrameView) -> int:
        """Return the address of the lock at the end of a path; 0 if unknown or no lock."""
        name, *attributes = path
        address = value_of(name, view.names, view.addresses)
        if not address:
            address = value_of(name, *self._globals.get(view.info.file, ((), ())))
        for attribute in attributes:
            address = self.attribute(address, attribute)
        return address if self._lock(address) is not None else 0

    def attribute(self, address: int, name: int) -> int:
        """Return the value of an instance's attribute; 0 if unknown."""
        tracker = self._tracker
        plan = tracker.objects.plan(address)
        if plan is None or plan.kind != wire.INSTANCE:
            return 0
        _, count, *named = unpack(tracker.objects.content(address))
        named = named[: 2 * count]
        return value_of(name, named[::2], named[1::2]) & UNMARKED

    def _lock(self, address: int) -> tuple[int, ...] | None:
        """Return (locked, owner's ident, count); None if it is no lock."""
        tracker = self._tracker
        plan = tracker.objects.plan(address)
        if plan is None or plan.kind != wire.LOCK:
            return None
        locked, owner, count = unpack(tracker.objects.content(address))
        return locked, owner & UNMARKED, count

    def _is_locked(self, address: int) -> bool:
        lock = self._lock(address)
        return lock is not None and lock[0] == 1 and lock[2] == PLAIN

    # ---- current use ----

    def _holders(self, stacks: Stacks, own: int, calls: Calls) -> dict[int, LockUse]:
        """Return the use of each held lock, by its address."""
        found: dict[int, LockUse] = {}
        holders = dict(self._held)
        for thread, views in stacks.items():
            for frame, entered in self._entered.get(thread, {}).items():
                if frame[0] < len(views) and frame == frame_of(views, frame[0]):
                    holders.update(dict.fromkeys(blocks(views[frame[0]], entered), thread))
            if thread != own:
                # The thread's current instruction releases these, or has just done so.
                activity, _, resolved = self._activities.get(thread, IDLE)
                at = views[activity[0]].instruction if activity[0] < len(views) else -1
                for site, lock in resolved:
                    if site.kind == RELEASE and at == site.at and holders.get(lock) == thread:
                        del holders[lock]
            if thread in calls:  # a thread that waits for a condition has released its lock
                holders.pop(self.attribute(calls[thread][1], self._lock_name), None)
        for lock, thread in holders.items():
            if self._is_locked(lock):
                found.setdefault(lock, LockUse()).holder = thread
        for lock in contents.owned:
            state = self._lock(lock)
            owner = self._tracker.reporter.encoder.thread_of(state[1]) if state is not None else 0
            if owner:
                found.setdefault(lock, LockUse()).holder = owner
        contents.owned.clear()
        return found

    def _note_waiting(self, uses: dict[int, LockUse], others: Stacks, calls: Calls) -> None:
        for thread, views in others.items():
            if thread in calls:
                thing, _, patient = calls[thread]
                if self._tracker.objects.is_live(thing):
                    use = uses.setdefault(thing, LockUse())
                    use.holder = self._thread_of(thing)
                    (use.waiting if patient else use.timed).append(thread)
                continue
            activity = self._activities.get(thread)
            if activity is None or activity[0] != frame_of(views, len(views) - 1):
                continue
            for site, lock in activity[2]:
                if site.kind != RELEASE and site.at == views[-1].instruction:
                    known = uses.get(lock)
                    if known is not None and (known.holder != thread or self._is_locked(lock)):
                        (known.waiting if site.is_certain else known.timed).append(thread)

    def _thread_of(self, thing: int) -> int:
        """Return the number of the thread of a ``Thread`` object; 0 for any other object."""
        tracker = self._tracker
        ident = tracker.objects.content(self.attribute(thing, self._ident_name))
        return tracker.reporter.encoder.thread_of(ident) or 0 if type(ident) is int else 0

    def _note_next(self, uses: dict[int, LockUse], thread: int, depth: int) -> None:
        """Note that the step's thread is about to wait if its line first acquires a lock in use.

        The line that it is about to run may be that of a function that the line with the lock
        calls.
        """
        activity = self._activities.get(thread)
        if activity is not None and activity[2] and activity[0][0] == depth:
            site, lock = activity[2][0]
            use = uses.get(lock) if site.kind != RELEASE and site.is_certain else None
            if use is not None and (use.holder != thread or self._is_locked(lock)):
                use.next.append(thread)

    def _send(self, uses: dict[int, LockUse], numbers: list[int]) -> None:
        objects = self._tracker.objects
        known = ((lock, use) for lock, use in uses.items() if objects.is_live(lock))
        now = {objects.serial(lock): use.numbers() for lock, use in known}
        if now != self._sent:
            self._sent = now
            numbers += (wire.LOCKS, len(now))
            for serial, operands in sorted(now.items()):
                numbers += (serial, *operands)


def frame_of(views: Sequence[FrameView], depth: int) -> Frame:
    """Return what identifies a frame."""
    return depth, views[depth].address, views[depth].code


def value_of(name: int, names: Sequence[int], addresses: Sequence[int]) -> int:
    """Return the address that a name refers to; 0 if there is no such name."""
    for own, address in zip(names, addresses, strict=False):
        if own == name:
            return address
    return 0


def blocks(view: FrameView, entered: Mapping[int, int]) -> list[int]:
    """Return the locks of the ``with`` blocks that a frame is in."""
    sites = view.info.sites
    if sites is None:
        return []
    return [
        entered[site.at]
        for site in sites.withs
        if site.at in entered and sites.is_within(site, view.instruction)
    ]
