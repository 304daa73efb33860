# Threads: there are none.

from _machine import refuse

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    refuse("asyncio.to_thread")
