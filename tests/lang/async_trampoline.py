# An event loop of one's own: tasks, sleeping in virtual time, queues, a lock.
import sys


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        yield ("sleep", self.ticks)


class Wait:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield ("wait", self.future)
        return self.future.value


class Future:
    def __init__(self):
        self.value = None
        self.done = False
        self.waiting = []

    def __await__(self):
        if not self.done:
            yield ("wait", self)
        return self.value


class Task(Future):
    def __init__(self, name, coro):
        super().__init__()
        self.name, self.coro = name, coro

    def __repr__(self):
        return f"<Task {self.name}>"


class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.sleeping = []
        self.count = 0

    def spawn(self, name, coro):
        task = Task(name, coro)
        self.ready.append((task, None))
        return task

    def finish(self, future, value):
        future.done, future.value = True, value
        for waiter in future.waiting:
            self.ready.append((waiter, value))
        future.waiting.clear()

    def step(self, task, value):
        try:
            kind, arg = task.coro.send(value)
        except StopIteration as e:
            print(f"[{self.now:3}] {task} returns {e.value!r}")
            self.finish(task, e.value)
            return
        except Exception as e:
            print(f"[{self.now:3}] {task} fails with {type(e).__name__}: {e}")
            self.finish(task, e)
            return
        if kind == "sleep":
            self.count += 1
            self.sleeping.append((self.now + arg, self.count, task))
            self.sleeping.sort()
        elif kind == "wait":
            arg.waiting.append(task)

    def run(self, main):
        task = self.spawn("main", main)
        while self.ready or self.sleeping:
            while self.ready:
                self.step(*self.ready.pop(0))
            if self.sleeping:
                self.now, _, woken = self.sleeping.pop(0)
                self.ready.append((woken, None))
        return task.value


loop = Loop()


class Queue:
    def __init__(self):
        self.items, self.getters = [], []

    def put(self, item):
        if self.getters:
            loop.finish(self.getters.pop(0), item)
        else:
            self.items.append(item)

    async def get(self):
        if self.items:
            return self.items.pop(0)
        future = Future()
        self.getters.append(future)
        return await future

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is None:
            raise StopAsyncIteration
        return item


class Lock:
    def __init__(self):
        self.held, self.queue = False, []

    async def __aenter__(self):
        while self.held:
            future = Future()
            self.queue.append(future)
            await future
        self.held = True

    async def __aexit__(self, *exc):
        self.held = False
        if self.queue:
            loop.finish(self.queue.pop(0), None)


async def producer(queue, n):
    for i in range(n):
        await Sleep(2)
        print(f"[{loop.now:3}] produced {i}")
        queue.put(i)
    queue.put(None)
    return "produced all"


async def consumer(queue):
    total = 0
    async for item in queue:
        print(f"[{loop.now:3}] consumed {item}")
        total += item
        await Sleep(3)
    return total


async def careful(name, lock):
    async with lock:
        print(f"[{loop.now:3}] {name} holds the lock")
        await Sleep(5)
    return name


async def fails():
    await Sleep(1)
    raise ValueError("on purpose")


async def ticker(n):
    for i in range(n):
        yield i
        await Sleep(4)


async def gather(*tasks):
    return [await t for t in tasks]


async def main():
    queue, lock = Queue(), Lock()
    tasks = [loop.spawn("producer", producer(queue, 4)), loop.spawn("consumer", consumer(queue)),
             loop.spawn("x", careful("x", lock)), loop.spawn("y", careful("y", lock)),
             loop.spawn("bad", fails())]
    ticks = [t async for t in ticker(3)]
    print(f"[{loop.now:3}] ticks {ticks}")
    results = await gather(*tasks)
    return results


print(loop.run(main()))
