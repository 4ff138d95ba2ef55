"""Programs that read and replace attributes of every kind, also where a cycle may remain."""

ATTRIBUTES = {
    "a property, set later on the class and taken away": """
        class Late:
            def __init__(self):
                self.x = 1
                self.y = 2
        late = Late()
        for i in range(12):
            late.x = i * 1000
            y = late.x
            if i == 4:
                Late.x = property(lambda self: 77, lambda self, value: None)
            if i == 8:
                del Late.x
    """,
    "a property": """
        class Held:
            def __init__(self): self._x = 1000
            @property
            def x(self): return self._x
            @x.setter
            def x(self, value): self._x = value
        held = Held()
        for i in range(5):
            held.x = held.x + i * 1000
            seen = held._x
    """,
    "slots": """
        class Two:
            __slots__ = ("a", "b")
            def __init__(self): self.a = 1; self.b = 2
        two = Two()
        for i in range(5):
            two.a = two.b
            two.b = i * 1000
    """,
    "methods that are asked for attributes": """
        class Asked:
            def __init__(self): self.a = 3000
            def __getattr__(self, name): return 5000
        class Setting:
            def __init__(self): object.__setattr__(self, "n", 0); self.a = 1
            def __setattr__(self, name, value):
                object.__setattr__(self, "n", self.n + 1)
                object.__setattr__(self, name, value)
        class All:
            def __init__(self): self.a = 7000
            def __getattribute__(self, name): return object.__getattribute__(self, name)
        asked, setting, every = Asked(), Setting(), All()
        for i in range(5):
            asked.a = i * 3000
            x = asked.a
            x = asked.b
            setting.a = i * 1000
            every.a = i * 999
            x = every.a
    """,
    "values of the class behind those of the instance": """
        class Behind:
            value = None
            kind = 12345
            def __init__(self): self.value = 4000
        one = Behind()
        for i in range(6):
            one.value = i * 500
            kind = one.kind
            one.value = None
            one.value = 12345
            seen = one.value
    """,
    "another class": """
        class A:
            def __init__(self): self.v = 1; self.w = 2
        class B:
            def __init__(self): self.v = 1; self.w = 2
        o = A()
        for i in range(6):
            o.v = i * 1000
            o.w = o.v
            if i == 3: o.__class__ = B
    """,
    "a dict that was asked for": """
        class B:
            def __init__(self): self.v = 1; self.w = 2
        b, c = B(), B()
        for i in range(6):
            b.v = i * 1000
            if i == 2: own = vars(b)
            b.w = c
            b.w = 0
            c.v = b.v
            if i == 4: own["v"] = 5
    """,
    "values that are equal": """
        class Leaf:
            def __init__(self):
                self.left = self.right = self.up = None
        one, two, three = Leaf(), Leaf(), Leaf()
        for i in range(4):
            one.left = two
            one.right = two
            two.up = one
            one.right = three
            three.up = two.up
            one.left = one.right = None
            two.up = three.up = None
            x = one.left
    """,
    "weak references": """
        import weakref
        n1 = Node(1000)
        n2 = Node(2000, n1)
        leads = weakref.ref(n1)
        for i in range(3):
            n2.next = n1
            n1.value = i * 1000
            m = n1
            n2.next = None
            m = None
        n1 = None
    """,
    "what dies takes more with it": """
        class Dying:
            def __init__(self, other): self.other = other
            def __del__(self):
                global seen
                seen = self.other
        x = Node(Dying(Node(10000)))
        x.next = Dying(5)
        x.value = 5
        x.next = 7
        x.value = x.next
        x.next = Node(1, Node(2, Node(3)))
        x.next = None
        x.next = x
        x = None
    """,
    "an error in the middle of a line": """
        a = [3000, 1, 2]
        n = Node(1000)
        for i in range(4):
            try:
                a[5] = 3
            except IndexError: pass
            try:
                n.value = a[0].nothing
            except AttributeError: pass
            try:
                n.value = n.value + n.nope
            except AttributeError: n.value = i * 1000
            try:
                n.value, n.none.x = 7000, 8000
            except AttributeError: a[0] = n.value
    """,
    "the collector runs in between": """
        import gc
        n1 = Node(1000)
        n2 = Node(2000, n1)
        keep = []
        for i in range(30):
            n1.value = i * 1000
            keep.append([i])
            if i % 4 == 0: gc.collect(i % 3)
            n2.next = n1
            n2.next = n1.value
    """,
    "two names of one object": """
        two = same = Node(1)
        for i in range(5):
            same.value = i * 9000
            two.value = same
            x = two.value.value.value
            same.value = same.next
        two = same
        same = None
    """,
    "several changes in a line": """
        a, b = Node(1000), Node(2000)
        for i in range(5):
            a.value, b.value = b.value, a.value
            a.value = b.value = i * 1000
            a.value, b.value = i * 500, i * 700
            a.next, b.next = b, a
            a.value += 1; a.value += 1; x = a.value
            a.next = b.next = None
            x = y = a; x, y = y, b
    """,
}

WAYS = {
    "a list that is gone through": """
        head = None
        for i in range(6): head = Node(i * 1000, head)
        at = head
        while at is not None:
            at = at.next
        at = head
        while at:
            at.value = at.value + 1
            at = at.next
    """,
    "a list that is turned round": """
        head = None
        for i in range(6): head = Node(i * 1000, head)
        before, at = None, head
        while at is not None:
            behind = at.next
            at.next = before
            before = at
            at = behind
        head = before
    """,
    "a ring whose last name goes": """
        import gc
        ring = Node(1)
        ring.next = Node(2, Node(3, ring))
        at = ring
        for i in range(7):
            at.value = i * 1000
            at = at.next
        ring = None
        at = at.next
        at = None
        gc.collect()
    """,
    "two that refer to each other": """
        left = Node(1)
        right = Node(2, left)
        left.next = right
        left = None
        right.value = 6
        right = None
        a, b, c = Node(1), Node(2), Node(3)
        a.next, b.next, c.next = b, c, a
        start = a
        a = b = c = None
        start.next.next.next = None
        start = start.next
        start = None
    """,
    "a ring that hangs on an attribute": """
        root = Node(0)
        ring = Node(1)
        ring.next = Node(2, ring)
        root.next = ring
        ring = None
        x = root.next
        x = x.next
        x = None
        root.next = None
        root.value = 5
    """,
    "a ring in a function": """
        def work():
            ring = Node(1)
            ring.next = Node(2, Node(3, ring))
            at = ring
            for i in range(5):
                at = at.next
                at.value = i * 1000
            ring = at.next
            at = ring
            ring = None
            at = None
            x = 1000
            return x
        work()
    """,
    "a tree": """
        class Tree:
            def __init__(self, key):
                self.key = key
                self.left = None
                self.right = None
        root = Tree(50)
        for key in (20, 70, 10, 30, 60, 80):
            node = root
            while True:
                if key < node.key:
                    if node.left is None:
                        node.left = Tree(key)
                        break
                    node = node.left
                else:
                    if node.right is None:
                        node.right = Tree(key)
                        break
                    node = node.right
        node = root
        root = root.left
        root.right = None
        root = node.right
        node = None
    """,
}
