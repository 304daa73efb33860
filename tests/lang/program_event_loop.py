import sys
# decorators over coroutines, async iterators, context
import functools
def traced(f):
    @functools.wraps(f)
    async def wrapper(*a, **k):
        print("->", f.__name__, a)
        try:
            return await f(*a, **k)
        finally:
            print("<-", f.__name__)
    return wrapper
class Future:
    def __init__(self): self.result = None; self.done = False
    def set(self, r): self.result = r; self.done = True
    def __await__(self):
        while not self.done: yield self
        return self.result
class Loop:
    def __init__(self): self.tasks = []; self.log = []
    def create(self, coro): self.tasks.append(coro)
    def run(self):
        turn = 0
        while self.tasks:
            task = self.tasks.pop(0); turn += 1
            try: task.send(None)
            except StopIteration as stop: self.log.append((turn, task.__name__, stop.value))
            except Exception as e: self.log.append((turn, task.__qualname__, repr(e)))
            else: self.tasks.append(task)
            if turn > 50: print("too long"); break
f = Future()
@traced
async def waiter(n):
    r = await f
    return n, r
@traced
async def setter():
    for i in range(3): await Tick()
    f.set("value")
class Tick:
    def __await__(self): yield
@traced
async def failing():
    await Tick()
    raise KeyError("lost")
async def agen():
    for i in range(2):
        await Tick()
        yield i
async def consumer():
    return [i async for i in agen()] + [j async for j in agen() if j]
l = Loop()
for c in (waiter(1), waiter(2), setter(), failing(), consumer()): l.create(c)
l.run()
for entry in l.log: print(entry)
print(waiter.__name__, waiter.__wrapped__.__name__)
async def gather(*aws):
    return [await a for a in aws]
async def nested(n):
    if n == 0: return 0
    return 1 + await nested(n - 1)
try: nested(100).send(None)
except StopIteration as e: print(e.value)
try: gather(nested(2), nested(3)).send(None)
except StopIteration as e: print(e.value)
async def timeout():
    try:
        await Future()
    except TimeoutError as e:
        return f"timed out: {e}"
t = timeout(); t.send(None)
try: t.throw(TimeoutError("5s"))
except StopIteration as e: print(e.value)
async def leak():
    async with Lock() as x: return x
class Lock:
    async def __aenter__(self): return "locked"
    async def __aexit__(self, *a): print("unlock")
try: leak().send(None)
except StopIteration as e: print(e.value)
def sync(): return [x for x in agen()]
try: sync()
except TypeError as e: print(e)
async def wrong():
    for x in agen(): pass
try: wrong().send(None)
except TypeError as e: print(e)
async def wrong2():
    async for x in [1]: pass
try: wrong2().send(None)
except TypeError as e: print(e)
async def wrong3():
    with Lock(): pass
try: wrong3().send(None)
except TypeError as e: print(e)
print(type(agen()), type(nested), type(nested(1)) if False else "")
