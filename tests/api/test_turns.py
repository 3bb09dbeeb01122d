"""Turns: who has least left is taken first, nobody waits for ever, nobody's end blocks the others."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from api import turns
from api.turns import Turns


def run(work: Callable[[Turns, list[str]], Awaitable[None]]) -> list[str]:
    """What was taken in, in order."""
    taken: list[str] = []

    async def main() -> None:
        await work(Turns(), taken)

    asyncio.run(main())
    return taken


async def take(one: Turns, taken: list[str], name: str, left: int) -> None:
    async with one.turn(left):
        taken.append(name)
        await asyncio.sleep(0)


def test_least_left_goes_first() -> None:
    async def work(one: Turns, taken: list[str]) -> None:
        async with one.turn(0):
            waiting = [
                asyncio.create_task(take(one, taken, name, left))
                for name, left in (("large", 90 << 20), ("nearly done", 1), ("middling", 5 << 20))
            ]
            await asyncio.sleep(0)
        await asyncio.gather(*waiting)

    assert run(work) == ["nearly done", "middling", "large"]


def test_who_waits_gains_on_those_who_come_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "GAIN_PER_SECOND", 1 << 40)

    async def work(one: Turns, taken: list[str]) -> None:
        async with one.turn(0):
            large = asyncio.create_task(take(one, taken, "large", 400 << 20))
            await asyncio.sleep(0.01)
            small = asyncio.create_task(take(one, taken, "small", 1))
            await asyncio.sleep(0)
        await asyncio.gather(large, small)

    assert run(work) == ["large", "small"]


@pytest.mark.parametrize("moment", ["waiting", "just when its turn came"])
def test_a_turn_that_nobody_takes_goes_to_the_next(moment: str) -> None:
    async def work(one: Turns, taken: list[str]) -> None:
        async with one.turn(0):
            gone = asyncio.create_task(take(one, taken, "gone", 1))
            stays = asyncio.create_task(take(one, taken, "stays", 2))
            await asyncio.sleep(0)
            if moment == "waiting":
                gone.cancel()
                await asyncio.sleep(0)
        gone.cancel()
        await asyncio.wait_for(stays, 5)
        await take(one, taken, "later", 3)
        assert gone.cancelled()

    assert run(work) == ["stays", "later"]


def test_a_failed_write_gives_its_turn_back() -> None:
    async def work(one: Turns, taken: list[str]) -> None:
        with pytest.raises(OSError, match="full"):
            async with one.turn(0):
                raise OSError("full")
        await asyncio.wait_for(take(one, taken, "next", 1), 5)

    assert run(work) == ["next"]
