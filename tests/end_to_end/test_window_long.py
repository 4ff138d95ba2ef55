"""A long recording in the window: what needs all of it comes later, and nothing waits for it."""

from tests.shell.windows import Desk

PROGRAM = """\
class Node:
    pass


node = Node()
node.me = node
node = None
for i in range({n}):
    last = i
import gc
gc.collect()
done = True
"""


def islands(desk: Desk) -> list[int | None]:
    return [one.island.step for one in desk.window.diagram.scene.additions.islands]


def test_when_an_island_is_collected_is_told_when_the_whole_has_been_read(desk: Desk) -> None:
    desk.put_in(PROGRAM.format(n=3000))
    desk.record()
    player = desk.window.player
    assert player.steps > 6000
    player.go_to(20)
    assert len(islands(desk)) == 1, "the picture is there at once"
    desk.until(lambda: islands(desk) != [None])
    (end,) = islands(desk)
    player.go_to(end or 0)
    assert islands(desk) == []
    player.go_to((end or 0) - 1)
    assert islands(desk) == [end], "it is known now"


def test_of_a_short_one_it_is_known_at_once(desk: Desk) -> None:
    desk.put_in(PROGRAM.format(n=3))
    desk.record()
    player = desk.window.player
    player.go_to(player.steps - 3)
    (end,) = islands(desk)
    assert end is not None
