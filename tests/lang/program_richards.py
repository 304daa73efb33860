"""A scheduler in the manner of Richards: tasks are generators that exchange packets."""
from collections import deque


class Packet:
    def __init__(self, kind, payload=0, link=None):
        self.kind, self.payload, self.link = kind, payload, link

    def __repr__(self):
        return f"{self.kind}:{self.payload}"


class Wait:
    def __repr__(self):
        return "Wait"


class Send:
    def __init__(self, to, packet):
        self.to, self.packet = to, packet


class Hold:
    def __init__(self, ticks):
        self.ticks = ticks


class Task:
    count = 0

    def __init__(self, name, priority, body):
        Task.count += 1
        self.id = Task.count
        self.name, self.priority = name, priority
        self.queue = deque()
        self.body = body
        self.waiting = False
        self.sleeping = 0
        self.started = False
        self.steps = 0

    def runnable(self):
        if self.body is None or self.sleeping:
            return False
        return not self.waiting or bool(self.queue)

    def __lt__(self, other):
        return (-self.priority, self.id) < (-other.priority, other.id)


class Scheduler:
    def __init__(self):
        self.tasks = {}
        self.clock = 0
        self.trace = []

    def add(self, name, priority, body):
        self.tasks[name] = Task(name, priority, body)

    def pick(self):
        ready = sorted(t for t in self.tasks.values() if t.runnable())
        return ready[0] if ready else None

    def tick(self):
        self.clock += 1
        for task in self.tasks.values():
            if task.sleeping:
                task.sleeping -= 1

    def run(self, limit=10_000):
        while self.clock < limit:
            self.tick()
            task = self.pick()
            if task is None:
                if all(t.body is None for t in self.tasks.values()):
                    break
                if not any(t.sleeping for t in self.tasks.values()):
                    self.trace.append("deadlock")
                    break
                continue
            self.step(task)
        return self.clock

    def step(self, task):
        task.steps += 1
        value = None
        if task.waiting:
            value = task.queue.popleft()
            task.waiting = False
        try:
            request = task.body.send(value)
        except StopIteration as stop:
            self.trace.append(f"{task.name} ends with {stop.value}")
            task.body = None
            return
        match request:
            case Wait():
                task.waiting = True
            case Send(to=name, packet=packet):
                self.tasks[name].queue.append(packet)
            case Hold(ticks=n):
                task.sleeping = n
            case None:
                pass
            case other:
                raise TypeError(f"unknown request {other!r}")


def worker(targets, rounds):
    total = 0
    for i in range(rounds):
        packet = yield Wait()
        total += packet.payload
        yield Send(targets[i % len(targets)], Packet("work", packet.payload * 2 + i))
    for target in targets:
        yield Send(target, Packet("stop"))
    return total


def handler(device):
    done = 0
    while True:
        packet = yield Wait()
        if packet.kind == "stop":
            yield Send(device, packet)
            return done
        done += 1
        yield Send(device, packet)


def device(name, delay, log):
    checksum = 0
    while True:
        packet = yield Wait()
        if packet.kind == "stop":
            return checksum
        yield Hold(delay)
        checksum = (checksum * 31 + packet.payload) % 65521
        log.append((name, packet.payload))


def source(n):
    seed = 42
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        yield Send("worker", Packet("data", seed % 100))
        if seed % 3 == 0:
            yield Hold(2)
        else:
            yield
    return "source done"


log = []
s = Scheduler()
s.add("source", 1, source(40))
s.add("worker", 3, worker(["handler A", "handler B"], 40))
s.add("handler A", 5, handler("device A"))
s.add("handler B", 5, handler("device B"))
s.add("device A", 7, device("A", 3, log))
s.add("device B", 7, device("B", 5, log))
print("clock", s.run())
for line in s.trace:
    print(line)
print({t.name: t.steps for t in s.tasks.values()})
print(len(log), log[:5], log[-3:])
print(sum(v for n, v in log if n == "A"), sum(v for n, v in log if n == "B"))
