"""Tasks that take turns: an event loop whose time is the machine's.

Nothing here waits for the world.  When no callback is ready, the clock moves on to the next timer."""

from asyncio import (base_events, coroutines, events, exceptions, futures, locks, queues, runners,
                     taskgroups, tasks, threads, timeouts)
from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *

__all__ = [name for module in (base_events, coroutines, events, exceptions, futures, locks, queues,
                               runners, taskgroups, tasks, threads, timeouts)
           for name in module.__all__]
