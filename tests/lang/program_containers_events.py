# Queues of events: a deque as a queue, as a ring buffer and as two ends; a simulation driven by them.
from collections import deque, namedtuple, OrderedDict, ChainMap
from functools import partial, total_ordering, singledispatch
from itertools import count, cycle, islice
import sys


@total_ordering
class Event:
    numbers = count(1)

    def __init__(self, time, action):
        self.time, self.action, self.number = time, action, next(Event.numbers)

    def __eq__(self, other):
        return (self.time, self.number) == (other.time, other.number)

    def __lt__(self, other):
        return (self.time, self.number) < (other.time, other.number)

    def __repr__(self):
        return f"<{self.number}@{self.time}>"


class Calendar:
    """Sorted as events come: most are for later, so they are sought from the right."""

    def __init__(self):
        self.waiting = deque()
        self.now = 0
        self.log = deque(maxlen=6)

    def at(self, delay, action, *args, **kwargs):
        event = Event(self.now + delay, partial(action, *args, **kwargs))
        moved = 0
        while self.waiting and self.waiting[-1] > event:
            self.waiting.rotate(1)
            moved += 1
            if moved == len(self.waiting):
                break
        self.waiting.append(event)
        self.waiting.rotate(-moved)
        return event

    def run(self, limit=100):
        steps = 0
        while self.waiting and steps < limit:
            event = self.waiting.popleft()
            self.now = event.time
            self.log.append((event.time, event.action.func.__name__, event.action.args))
            event.action()
            steps += 1
        return steps


calendar = Calendar()
served = []
queue = deque()
desks = cycle(["left", "right"])


def arrive(name, patience):
    queue.append((name, patience))
    if len(queue) == 1:
        calendar.at(2, serve)


def serve():
    if not queue:
        return
    name, patience = queue.popleft()
    served.append((calendar.now, name, next(desks)))
    if patience > 1:
        queue.appendleft((name, patience - 1))
    if queue:
        calendar.at(3, serve)


for i, name in enumerate(["Ada", "Bob", "Cleo", "Dan", "Eve"]):
    calendar.at(i * 2, arrive, name, patience=i % 2 + 1)
print(list(calendar.waiting))
print(calendar.run(), calendar.now)
for row in served:
    print(row)
print(calendar.log, calendar.log.maxlen, len(calendar.waiting))

# round robin
Task = namedtuple("Task", "name left")
ready = deque([Task("a", 3), Task("b", 1), Task("c", 2)])
trace = []
while ready:
    task = ready.popleft()
    trace.append(task.name)
    if task.left > 1:
        ready.append(task._replace(left=task.left - 1))
print("".join(trace))


# josephus
def josephus(n, k):
    circle = deque(range(1, n + 1))
    while len(circle) > 1:
        circle.rotate(1 - k)
        circle.popleft()
    return circle[0]


print([josephus(n, 3) for n in range(1, 15)], josephus(41, 3))


# the last lines, and a moving average
def tail(lines, n):
    return deque(lines, n)


def moving_average(numbers, n):
    it = iter(numbers)
    window = deque(islice(it, n - 1))
    window.appendleft(0)
    total = sum(window)
    for x in it:
        total += x - window.popleft()
        window.append(x)
        yield total / n


print(tail((f"line {i}" for i in range(1000)), 3), list(moving_average([40, 30, 50, 46, 39, 44], 3)))


# a walk in breadth
graph = {"a": "bc", "b": "de", "c": "f", "d": "", "e": "f", "f": "a"}


def breadth_first(start):
    seen, waiting, order = {start}, deque([(start, 0)]), OrderedDict()
    while waiting:
        node, depth = waiting.popleft()
        order[node] = depth
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                waiting.append((other, depth + 1))
    return order


print(breadth_first("a"), breadth_first("e"))


@singledispatch
def describe(x):
    return f"something: {x}"


@describe.register
def _(x: deque):
    return f"a deque of {len(x)}"


@describe.register(Event)
def _(x):
    return f"event {x.number}"


print(describe(queue), describe(3), describe(Event(0, None)))

settings = ChainMap({}, {"speed": 2}, {"speed": 1, "name": "default"})
local = settings.new_child({"name": "mine"})
print(local["speed"], local["name"], settings["name"], len(local), sorted(local))

# growing and shrinking at both ends
d, sizes = deque(), []
for i in range(200):
    (d.append if i % 3 else d.appendleft)(i)
    if not sizes or sizes[-1] != sys.getsizeof(d):
        sizes.append(sys.getsizeof(d))
while len(d) > 5:
    d.pop() if len(d) % 2 else d.popleft()
    if sizes[-1] != sys.getsizeof(d):
        sizes.append(sys.getsizeof(d))
print(sizes, d)
