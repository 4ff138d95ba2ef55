"""Arenas, pools and blocks, and the place of an address among them."""

from visualizer.model import AddressSpace, Block, Pool, Range, RangeKind, Region

ARENA, IMAGE, POOL = 0x7F0000100000, 0x7F0000800000, 0x7F0000104000


def space(*facts: int) -> AddressSpace:
    return AddressSpace(
        (
            Range(RangeKind.IMAGE, IMAGE, 0x5000),
            Range(RangeKind.ARENA, ARENA, 1 << 20),
            Range(RangeKind.POOL, POOL, 1 << 14, facts),
        )
    )


def test_a_region_follows_from_the_address() -> None:
    known = space(32)
    assert known.region_of(POOL + 48) is Region.ARENA
    assert known.region_of(IMAGE) is Region.IMAGE
    assert known.region_of(IMAGE + 0x5000) is Region.HEAP
    assert known.region_of(ARENA - 1) is Region.HEAP


def test_the_block_around_an_address_begins_behind_the_pools_head() -> None:
    known = space(64)
    pool = known.pools[0]
    assert known.block_at(POOL + 48 + 64 + 16) == Block(POOL + 48 + 64, 64, pool)
    assert known.block_at(POOL + 47) is None
    assert pool.count == 255
    assert known.block_at(POOL + 48 + 255 * 64) is None, "the rest is shorter than a block"
    assert known.block_at(ARENA) is None, "another pool, of which nothing is known"


def test_the_next_free_block_is_the_last_that_was_handed_back() -> None:
    first = POOL + 48
    pool = Pool(POOL, 32, 3, 48 + 5 * 32, (first + 64, first))
    assert pool.next_free() == first + 64
    assert pool.is_free(first)
    assert not pool.is_free(first + 32)
    assert pool.is_free(first + 5 * 32), "it was never handed out"
    assert Pool(POOL, 32, 5, 48 + 5 * 32).next_free() == first + 5 * 32
    assert Pool(POOL, 32, 510, POOL + 48 + 510 * 32).next_free() is None
    assert Pool(POOL, 32).next_free() is None, "unknown"


def test_nothing_is_known_without_ranges() -> None:
    assert not AddressSpace(())
    assert space(32)
    assert not space(32).has_free_lists
    assert space(32, 1, 80).has_free_lists
