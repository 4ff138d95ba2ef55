"""Other work runs at checkpoints, for the context that registered it."""

from contextvars import copy_context

from visualizer.layout.checkpoints import call_at_checkpoints, checkpoint, with_checkpoints


def test_the_callback_is_called_in_its_context_alone() -> None:
    calls: list[str] = []

    def work(name: str) -> None:
        call_at_checkpoints(lambda: calls.append(name))
        checkpoint()

    checkpoint()
    outer = copy_context()
    outer.run(work, "outer")
    outer.copy().run(work, "inner")
    outer.run(checkpoint)
    checkpoint()
    assert calls == ["outer", "inner", "outer"]


def test_items_come_whole_and_in_order_with_a_checkpoint_now_and_then() -> None:
    calls: list[int] = []

    def work() -> list[int]:
        call_at_checkpoints(lambda: calls.append(1))
        return list(with_checkpoints(range(1000)))

    assert copy_context().run(work) == list(range(1000))
    assert 1 < len(calls) < 100
