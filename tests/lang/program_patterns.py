# A teaching program: patterns.
class Singleton:
    _instance = None

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value=0):
        self.value = value


class SingletonMeta(type):
    _instances = {}

    def __call__(cls, *args, **kw):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kw)
        return cls._instances[cls]


class Config(metaclass=SingletonMeta):
    def __init__(self, **options):
        self.__dict__.update(options)


class Subject:
    def __init__(self):
        self.observers = []
        self._state = None

    def attach(self, o):
        self.observers.append(o)
        return o

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, value):
        old, self._state = self._state, value
        for o in self.observers:
            o.update(self, old)


class Observer:
    def __init__(self, name):
        self.name = name
        self.seen = []

    def update(self, subject, old):
        self.seen.append((old, subject.state))


class Shape:
    def accept(self, visitor):
        method = getattr(visitor, "visit_" + type(self).__name__.lower(), visitor.generic)
        return method(self)


class Circle(Shape):
    def __init__(self, r):
        self.r = r


class Square(Shape):
    def __init__(self, side):
        self.side = side


class Blob(Shape):
    pass


class Area:
    def visit_circle(self, c):
        return round(3.14159 * c.r ** 2, 2)

    def visit_square(self, s):
        return s.side ** 2

    def generic(self, shape):
        return f"no area for {type(shape).__name__}"


class Sorter:
    def __init__(self, strategy):
        self.strategy = strategy

    def sort(self, data):
        return self.strategy(list(data))


def bubble(a):
    for end in range(len(a) - 1, 0, -1):
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
    return a


def quick(a):
    if len(a) <= 1:
        return a
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    left, right = merge(a[:m]), merge(a[m:])
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def heap(a):
    n = len(a)

    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]:
                c += 1
            if a[i] >= a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c

    for i in reversed(range(n // 2)):
        sift(i, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    return a


def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


def selection(a):
    for i in range(len(a)):
        k = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[k] = a[k], a[i]
    return a


def radix(a, base=10):
    place = 1
    while any(x >= place for x in a):
        buckets = [[] for _ in range(base)]
        for x in a:
            buckets[x // place % base].append(x)
        a = [x for b in buckets for x in b]
        place *= base
    return a


class Builder:
    def __init__(self):
        self.parts = []

    def __getattr__(self, tag):
        if tag.startswith("_"):
            raise AttributeError(tag)

        def add(text="", **attrs):
            a = "".join(f' {k}="{v}"' for k, v in attrs.items())
            self.parts.append(f"<{tag}{a}>{text}</{tag}>")
            return self

        return add

    def __str__(self):
        return "".join(self.parts)


class Command:
    def __init__(self, do, undo):
        self.do, self.undo = do, undo


class Editor:
    def __init__(self):
        self.text, self.done, self.undone = "", [], []

    def type(self, s):
        def do():
            self.text += s

        def undo():
            self.text = self.text[:len(self.text) - len(s)]
        self.run(Command(do, undo))

    def run(self, command):
        command.do()
        self.done.append(command)
        self.undone.clear()

    def undo(self):
        if self.done:
            c = self.done.pop()
            c.undo()
            self.undone.append(c)

    def redo(self):
        if self.undone:
            c = self.undone.pop()
            c.do()
            self.done.append(c)


s, t = Singleton(1), Singleton(2)
print(s is t, s.value, t.value, Config(debug=True) is Config(x=1), vars(Config()))
sub = Subject()
a, b = (sub.attach(Observer(n)) for n in "ab")
sub.state = 1
sub.state = "two"
print(a.seen, b.seen == a.seen, [o.name for o in sub.observers])
print([shape.accept(Area()) for shape in (Circle(2), Square(3), Blob())])
data = [(i * 7919) % 101 for i in range(40)]
for f in (bubble, quick, merge, heap, insertion, selection, radix, sorted):
    print(f"{f.__name__:>10}", Sorter(f).sort(data) == sorted(data))
print(Builder().p("hi", id=1).b().div("x", klass="y"))
try:
    Builder()._secret
except AttributeError as e:
    print("no", e)
e = Editor()
for w in ("one ", "two ", "three"):
    e.type(w)
e.undo()
e.undo()
print(repr(e.text))
e.redo()
print(repr(e.text))
e.type("!")
e.redo()
print(repr(e.text), len(e.done), len(e.undone))
