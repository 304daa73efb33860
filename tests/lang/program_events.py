# A teaching program: events.
class Event:
    def __init__(self, name):
        self.name = name
        self._handlers = []

    def __iadd__(self, handler):
        self._handlers.append(handler)
        return self

    def __isub__(self, handler):
        self._handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in list(self._handlers)]

    def __len__(self):
        return len(self._handlers)


class Bus:
    def __init__(self):
        self.topics = {}
        self.log = []

    def on(self, topic, *, priority=0):
        def register(f):
            self.topics.setdefault(topic, []).append((priority, len(self.log), f))
            self.topics[topic].sort(key=lambda t: -t[0])
            return f
        return register

    def emit(self, topic, **payload):
        self.log.append(topic)
        for priority, _, f in self.topics.get(topic, ()):
            try:
                if f(**payload) is False:
                    break
            except TypeError as e:
                print("bad handler:", e)


class Registry(type):
    plugins = {}

    def __new__(mcls, name, bases, namespace, *, key=None, **kw):
        cls = super().__new__(mcls, name, bases, namespace, **kw)
        if key:
            mcls.plugins[key] = cls
        return cls

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        cls.created_in = len(Registry.plugins)

    def __call__(cls, *args, **kwargs):
        print("making", cls.__name__)
        return super().__call__(*args, **kwargs)

    def __iter__(cls):
        return iter(Registry.plugins)

    def __len__(cls):
        return len(Registry.plugins)

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"


class Plugin(metaclass=Registry):
    def __init_subclass__(cls, /, verbose=False, **kw):
        super().__init_subclass__(**kw)
        cls.verbose = verbose

    def run(self, text):
        raise NotImplementedError(type(self).__name__)


class Upper(Plugin, key="upper"):
    def run(self, text):
        return text.upper()


class Reverse(Plugin, key="reverse", verbose=True):
    def run(self, text):
        return text[::-1]


class Broken(Plugin, key="broken"):
    pass


changed = Event("changed")
changed += lambda x: x + 1
changed += str
print(changed(41), len(changed), changed.name)
changed -= str
print(changed(1))
try:
    changed -= print
except ValueError as e:
    print(e)

bus = Bus()


@bus.on("greet")
def hello(name, **_):
    print("hello", name)


@bus.on("greet", priority=5)
def first(name, stop=False):
    print("first", name)
    return not stop


@bus.on("greet", priority=-1)
def wrong():
    pass


bus.emit("greet", name="Ada")
bus.emit("greet", name="Bob", stop=True)
bus.emit("nothing")
print(bus.log, [f.__name__ for _, _, f in bus.topics["greet"]])
print(Registry.plugins, list(Plugin), len(Plugin), Upper, Reverse.verbose, Upper.verbose, Broken.created_in)
for key, cls in Registry.plugins.items():
    try:
        print(key, cls().run("text"))
    except NotImplementedError as e:
        print("not implemented:", e)
print(type(Upper), type(Registry), isinstance(Upper, Registry), Upper.__mro__, Upper.__class__.__name__)
