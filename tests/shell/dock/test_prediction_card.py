"""The question card in the dock."""

from tests.shell.windows import Desk


def test_the_card_of_a_prediction_stands_apart_from_the_edges_and_the_step(desk: Desk) -> None:
    desk.record_again("a = 1\nb = 2\n")
    desk.press("predict")
    card = desk.window.dock.prediction
    desk.until(card.isVisible)
    inside, edges = card.contentsRect(), card.rect()
    assert inside.left() >= edges.left() + 12
    assert inside.bottom() <= edges.bottom() - 8
