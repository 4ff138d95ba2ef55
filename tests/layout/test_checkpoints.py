"""Other work runs at checkpoints, for whoever asked for it."""

from visualizer.layout.checkpoints import calling_at_checkpoints, checkpoint, with_checkpoints


def test_the_callback_is_called_inside_and_no_more_afterwards() -> None:
    calls: list[str] = []
    checkpoint()
    with calling_at_checkpoints(lambda: calls.append("outer")):
        checkpoint()
        with calling_at_checkpoints(lambda: calls.append("inner")):
            checkpoint()
        checkpoint()
    checkpoint()
    assert calls == ["outer", "inner", "outer"]


def test_items_come_whole_and_in_order_with_a_checkpoint_now_and_then() -> None:
    calls: list[int] = []
    with calling_at_checkpoints(lambda: calls.append(1)):
        assert list(with_checkpoints(range(1000))) == list(range(1000))
    assert 1 < len(calls) < 100
