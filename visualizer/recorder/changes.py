"""What differs from the step before: an exact scan of everything that can be reached.

At every step each reachable object is looked at: its content, its count, its size. Between two
steps only numbers and bytes are kept, by address. Identity is (address, birth): an address that
is found again belongs to the same object unless the type differs, an immutable's value differs,
or the object was known to have died in between.

How a death is known without holding the object:

- what a returning frame alone refers to dies with it (``_doomed``): counts equal the references
  that go, so nothing else can hold it;
- what is no longer reached and is known to the collector is looked for among all the collector
  knows (``lost.find``): not there, so dead;
- what is no longer reached and unknown to the collector (numbers, strings) has died, unless a
  constant of running code or a returned value on its way to the caller holds it.
"""

import gc
from sys import getrefcount, getsizeof

from visualizer.recorder import lost, wire
from visualizer.recorder.encoding import Encoder, children, splice

IMMORTAL = 1 << 31
"""No count is so high (3.13: 4294967295, 3.14: 3221225472); Include/refcount.h."""

NO_NAMES = bytes(8)
"""The layout of an object without attributes."""

HELD = 2
"""What the counting itself adds: the table of what was seen, and the argument."""


class Tracker:
    """The state of all known objects, in numbers. ``step`` makes one record's changes."""

    def __init__(self, reader):
        self.reader = reader
        self.serials = {}
        self.types = {}
        self.contents = {}
        self.counts = {}
        self.sizes = {}
        self.ages = {}
        self.unreachable = set()
        self.settled = {}
        self.doomed = ()
        self.in_flight = {}
        self.reborn = frozenset()
        self._older = (0, 0)
        self._runs = None
        self._age = self._birth = 0
        self.heap_bytes = 0
        self.under_init = 0
        self._collected_serials = []
        self._highest = 0
        self._gc_types = {}
        self._encoder = Encoder(self.serials, reader.layout_names)

    def forget_all(self):
        """Begin anew: an interruption half-way has left some of this changed and some not."""
        for table in (self.serials, self.types, self.contents, self.counts, self.sizes, self.ages):
            table.clear()
        for table in (self.unreachable, self.settled, self.in_flight, self.reader.weak):
            table.clear()
        self.doomed = ()
        self.reborn = frozenset()
        self.heap_bytes = 0

    # ---- one step ----

    def step(self, work, constants, place, numbers, texts):
        """Look at everything reachable from ``work``, which is emptied; append what changed.

        ``constants`` are constants of the running code: they count as reachable once known.
        ``place`` is the thread and how many frames it has. What is known changes only after all
        has been read, so that an exception on the way (a signal, the recursion limit) leaves it
        whole.
        """
        self.reborn = frozenset()
        doomed = set(self.doomed)
        freed = self.bury(doomed) if doomed else []
        self.doomed = ()
        generations = self._collector_runs()
        # What is first seen now may have been made before that run, and moved on by it.
        self._birth = -1 if generations else self._age
        seen, born, changed, replaced = {}, {}, [], []
        if constants:
            work += [thing for thing in constants if id(thing) in self.serials]
            constants.clear()
        self._scan(work, seen, born, changed, replaced)
        hidden = ()
        if len(seen) - len(born) != len(self.types) or self.reader.weak:
            scanned = (work, seen, born, changed, replaced)
            hidden, gone = self._settle_the_missing(scanned, place, numbers)
            freed += self.bury(gone)
        if replaced:
            freed += self.bury(replaced)
        work.clear()
        if self.in_flight:
            self._land(place)
        if replaced or doomed:
            self._note_the_reborn(seen, born, changed, doomed.union(replaced))
        things = seen.values()
        counts = map(getrefcount, things)
        self._send(zip(seen, counts, self._sizes(things), strict=True), born, numbers, texts)
        if freed:
            numbers += (wire.FREED, len(freed), *sorted(freed))
        for address, plan, content, text in changed:
            self._send_change(address, plan, content, text, numbers, texts)
        if hidden or self.unreachable:
            self._send_unreachable(hidden, numbers)
        if generations:
            serials = self._collected_serials
            numbers += (wire.COLLECTION, generations[-1], len(serials), *serials)
            self._collected_serials = []

    def _scan(self, work, seen, born, changed, replaced):
        settled, types, contents = self.settled, self.types, self.contents
        reader = self.reader
        plans = reader.plans
        for thing in work:
            address = id(thing)
            if address in settled or address in seen:
                continue
            seen[address] = thing
            plan = plans.get(id(type(thing)))
            if plan is None:
                plan = reader.plan(type(thing))
                plans = reader.plans
            content = plan.read(thing, work) if plan.read else thing
            if address in types:
                if types[address] == plan.type_id:
                    if contents[address] == content:
                        continue
                    if not plan.immutable and not self._is_replaced(address, plan, content):
                        text = plan.text(thing) if plan.text else None
                        changed.append((address, plan, content, text))
                        continue
                replaced.append(address)
            born[address] = (
                plan,
                plan.keep(content) if plan.keep else content,
                plan.text(thing) if plan.text else None,
            )
            if getrefcount(thing) > IMMORTAL and is_leaf(plan, content):
                settled[address] = plan.kind == wire.SCALAR

    def _is_replaced(self, address, plan, content):
        """An object without attributes at its ``__init__`` is not one that had some before."""
        if address != self.under_init or plan.kind != wire.INSTANCE:
            return False
        return content[:8] == NO_NAMES != self.contents[address][:8]

    def _scan_what_is_weakly_held(self, scanned):
        work, weak = scanned[0], self.reader.weak
        while weak:
            work[:] = weak
            weak.clear()
            self._scan(*scanned)

    def _settle_the_missing(self, scanned, place, numbers):
        """What was known and is not reached: what is alive is scanned too.

        Gives the addresses that were scanned here, and those of the dead.
        """
        work, seen, *_ = scanned
        types, is_collectable = self.types, self._gc_types
        reached = len(seen)
        self._scan_what_is_weakly_held(scanned)
        gone = types.keys() - seen.keys()
        candidates = {a for a in gone if is_collectable[types[a]]}
        if candidates:
            old = any(self._may_be_old(address) for address in candidates)
            found = lost.find(candidates, old)
            if found:
                work[:] = found
                found.clear()
                self._scan(*scanned)
                self._scan_what_is_weakly_held(scanned)
                gone = types.keys() - seen.keys()
        if self.in_flight:
            self._leave_in_flight(gone, place, numbers)
        return list(seen)[reached:] if len(seen) > reached else (), gone

    def _note_the_reborn(self, seen, born, changed, dead):
        """Addresses that died and were born in one step: who refers to one refers to another now."""
        self.reborn = reborn = dead & born.keys()
        if not reborn:
            return
        told = {address for address, *_ in changed}
        for address, thing in seen.items():
            if address not in born and address not in told:
                if not reborn.isdisjoint(self._children(address)):
                    plan = self.reader.plan(type(thing))
                    text = plan.text(thing) if plan.text else None
                    changed.append((address, plan, self.contents[address], text))

    def _leave_in_flight(self, gone, place, numbers):
        """Take from the dead what is a returned value on its way to the caller."""
        for address in self.in_flight.keys() & gone:
            thread, depth, count = self.in_flight[address]
            if thread != place[0] or place[1] > depth:
                gone.discard(address)
                if self.counts[address] != count:
                    self.counts[address] = count
                    numbers += (wire.COUNT, self.serials[address], count - HELD)

    def _land(self, place):
        """What was on its way to a frame that goes on by now has arrived there, or is dead."""
        thread, reached = place
        self.in_flight = {
            address: (own, depth, count)
            for address, (own, depth, count) in self.in_flight.items()
            if own != thread or reached > depth
        }

    def _may_be_old(self, address):
        """Whether the object may have left the youngest generation, or was older than we knew."""
        return self.ages.get(address) != self._age or self.counts[address] != HELD + 1

    def _sizes(self, things):
        try:
            if not self.reader.has_foreign_sizes:
                return list(map(getsizeof, things))
            return [self._size(thing) for thing in things]
        except (TypeError, ValueError, OverflowError):  # a C type that cannot tell its size
            return [0] * len(things)

    def _size(self, thing):
        size = self.reader.plans[id(type(thing))].size
        return size(thing) if size else getsizeof(thing)

    def nothing_was_collected(self):
        """Whether the collector has surely not run since the last full step.

        Every run moves the counts of the older generations (Python/gc.c), unless all are zero.
        """
        return gc.get_count()[1:] == self._older != (0, 0)

    def tell_scalar(self, address, facts, numbers, texts):
        """Take over what was read of one scalar: (count, size), and of a new one all of it."""
        count, size, *new = facts
        if new:
            plan, content, text = new
            self._highest += 1
            self.serials[address] = self._highest
            self.types[address] = plan.type_id
            self.contents[address] = content
            self._gc_types[plan.type_id] = plan.collectable
            self.heap_bytes += size
            numbers += (wire.OBJECT, self._highest, address, count, size, plan.name)
            numbers += (wire.SCALAR, 2, text[1], len(text[0]))
            texts.append(text[0])
        else:
            if self.counts[address] != count + HELD:
                numbers += (wire.COUNT, self.serials[address], count)
            if self.sizes[address] != size:
                numbers += (wire.SIZE, self.serials[address], size)
                self.heap_bytes += size - self.sizes[address]
        self.counts[address] = count + HELD
        self.sizes[address] = size

    def _collector_runs(self):
        """The generations that were collected since the last step; asking for that is slow."""
        if self.nothing_was_collected():
            return ()
        self._older = gc.get_count()[1:]
        now = [generation["collections"] for generation in gc.get_stats()]
        previous, self._runs = self._runs, now
        self._age = sum(now)
        if previous is None:
            return ()
        return [g for g in range(len(now)) if now[g] > previous[g]]

    # ---- remembering ----

    def bury(self, addresses):
        """Forget the dead; their serials."""
        found = []
        plans = self.reader.plans
        for address in addresses:
            if address in self.types:
                serial = self.serials.pop(address)
                found.append(serial)
                del self.types[address], self.contents[address], self.counts[address]
                self.heap_bytes -= self.sizes.pop(address)
                self.ages.pop(address, None)
                if address in self.unreachable:
                    self._collected_serials.append(serial)
                    self.unreachable.discard(address)
                if self.in_flight:
                    self.in_flight.pop(address, None)
                if address in plans:
                    self.reader.forget(address)
        return found

    def _send(self, recounted, born, numbers, texts):
        """Counts and sizes where they differ, and all there is to say of what is new."""
        counts, sizes, serials = self.counts, self.sizes, self.serials
        if born:
            for address in born:
                self._highest += 1
                serials[address] = self._highest
        for address, count, size in recounted:
            if address in born:
                plan, content, text = born[address]
                true = -1 if count > IMMORTAL else count - HELD
                self.heap_bytes += size
                numbers += (wire.OBJECT, serials[address], address, true, size, plan.name)
                if plan.kind == wire.SCALAR:
                    numbers += (wire.SCALAR, 2, text[1], len(text[0]))
                    texts.append(text[0])
                else:
                    numbers += self._encoder.encode(plan, content, text, texts)
                if address in self.settled:
                    continue
                self.types[address] = plan.type_id
                self.contents[address] = content
                if plan.collectable:
                    self.ages[address] = self._birth
                self._gc_types[plan.type_id] = plan.collectable
            else:
                if counts[address] != count:
                    true = -1 if count > IMMORTAL else count - HELD
                    numbers += (wire.COUNT, serials[address], true)
                elif sizes[address] == size:
                    continue
                if sizes[address] != size:
                    numbers += (wire.SIZE, serials[address], size)
                    self.heap_bytes += size - sizes[address]
            counts[address] = count
            sizes[address] = size

    def _send_change(self, address, plan, content, text, numbers, texts):
        old, self.contents[address] = self.contents[address], content
        serial = self.serials[address]
        sequence = plan.kind in (wire.SEQUENCE, wire.MAPPING)
        if sequence and old != content and len(old) > 128 and len(content) > 128:
            start, removed, added = splice(old, content)
            numbers += (wire.SPLICE, serial, start, removed, len(added))
            numbers += [self.serials[item] for item in added]
            numbers.append(int.from_bytes(content[:8], "little"))
        else:
            numbers += (wire.CONTENT, serial)
            numbers += self._encoder.encode(plan, content, text, texts)
        if plan.kind == wire.CLASS:
            self.reader.forget(address)

    def _send_unreachable(self, hidden, numbers):
        now = set()
        if hidden:
            now = lost.held_by_nothing(hidden, self._children, self._true_count)
        for address in now ^ self.unreachable:
            if address in self.types:
                flag = 1 if address in now else 0
                numbers += (wire.UNREACHABLE, self.serials[address], flag)
        self.unreachable = now

    def _children(self, address):
        plan = self.reader.plans.get(self.types.get(address))
        if plan is None or plan.read is None:
            return ()
        return children(plan.kind, self.contents[address], self.reader.layout_names)

    def _true_count(self, address):
        """The count, or None for an immortal object, which nothing can bring to zero."""
        count = self.counts.get(address, IMMORTAL + 1)
        return None if count > IMMORTAL else count - HELD

    # ---- a frame that returns ----

    def frame_returns(self, held, thread, depth, value, may_die):
        """Work out, from this step's counts, what the end of the frame will do.

        ``held`` are the addresses its variables refer to, ``value`` the address of what is handed
        out where the collector does not know it, else 0. ``depth`` is how many frames the caller's
        stack has. ``may_die`` is False where the frame object lives on, and with it its variables.
        """
        if not may_die:
            return
        references = {}
        doomed = []
        waiting = list(held)
        for address in waiting:
            if address in self.settled or address not in self.counts:
                continue
            references[address] = references.get(address, 0) + 1
            if references[address] == self._true_count(address) and self._dies_quietly(address):
                doomed.append(address)
                waiting += self._children(address)
        self.doomed = doomed
        waiting = [value]
        for address in waiting:
            if address in self.counts and address not in self.in_flight:
                left = self.counts[address] - references.get(address, 0)
                self.in_flight[address] = (thread, depth, left)
                # The collector does not know a dict of numbers and text, nor what it holds.
                waiting += self._children(address)

    def _dies_quietly(self, address):
        """No finalizer can bring it back to life, no frame of its own is to be closed."""
        plan = self.reader.plans.get(self.types[address])
        if plan is None or plan.kind in (wire.GENERATOR, wire.CLASS):
            return False
        return plan.dies_quietly


def is_leaf(plan, content):
    """Whether nothing about an immortal object of this kind can change."""
    if plan.kind == wire.SCALAR:
        return plan.immutable
    if plan.kind == wire.CLASS:
        return len(content) == 24
    return plan.kind == wire.SEQUENCE and len(content) == 8
