# The examples of the topics.
a = [1, 2]
b = a
c = [1, 2]
print(a is b)
print(a is c, id(a) == id(b), id(a) == id(c))
print(hash(tuple(a)) == hash(tuple(c)))


MyClass = type('MyClass', (object,), {'x': 5})
print(MyClass, MyClass.x, MyClass().x, MyClass.__mro__, type(MyClass), MyClass.__dict__.keys())


class Singleton:
    _instance = None
    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


print(Singleton() is Singleton(), Singleton(1, x=2) is Singleton._instance)


class Dog:
    def speak(self):
        return "Woof"

class Cat:
    def speak(self):
        return "Meow"

def animal_factory(animal_type):
    if animal_type == 'dog':
        return Dog()
    elif animal_type == 'cat':
        return Cat()


print(animal_factory('dog').speak(), animal_factory('cat').speak(), animal_factory('cow'))


class LoggingMixin:
    def log(self, msg):
        print(f"LOG: {msg}")

class Worker(LoggingMixin):
    def work(self):
        self.log("Working hard!")


Worker().work()


class Duck:
    def quack(self):
        print("Quack!")

class Person:
    def quack(self):
        print("I'm quacking!")

def make_it_quack(entity):
    entity.quack()


make_it_quack(Duck())
make_it_quack(Person())


class Database:
    def query(self):
        return "data"

class Service:
    def __init__(self, db):
        self.db = db
    def get_data(self):
        return self.db.query()

db = Database()
service = Service(db)
print(service.get_data())


class FakeDatabase:
    def query(self):
        return "fake"


print(Service(FakeDatabase()).get_data())
Duck.quack = lambda self: print("patched")
make_it_quack(Duck())
try:
    int.double = lambda self: self * 2
except TypeError as e:
    print(e)
try:
    make_it_quack(animal_factory('cow'))
except AttributeError as e:
    print(e)
import sys


class WithDict:
    def __init__(self):
        self.x, self.y = 1, 2


class WithSlots:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x, self.y = 1, 2


d, s = WithDict(), WithSlots()
print(sys.getsizeof(d), sys.getsizeof(s), sys.getsizeof(d) + sys.getsizeof(d.__dict__), hasattr(s, "__dict__"))
try:
    s.z = 3
except AttributeError as e:
    print(e)


class Below(WithSlots):
    pass


b = Below()
b.z = 3
print(b.__dict__, b.x, Below.__slots__)
numbers = [i * i for i in range(1000)]
squares = (i * i for i in range(1000))
print(sys.getsizeof(numbers), sys.getsizeof(squares), sum(numbers) == sum(squares), sum(squares))


class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass


try:
    class C(A, B): pass
except TypeError as e:
    print(e)


class Base:
    def hello(self): return ["Base"]
class Left(Base):
    def hello(self): return ["Left"] + super().hello()
class Right(Base):
    def hello(self): return ["Right"] + super().hello()
class Bottom(Left, Right):
    def hello(self): return ["Bottom"] + super().hello()


print(Bottom().hello(), [c.__name__ for c in Bottom.__mro__])


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        namespace["injected"] = lambda self: f"{name} injected"
        return super().__new__(mcls, name, bases, namespace)


class Made(metaclass=Meta):
    pass


print(Made().injected(), type(Made).__name__)


def gen():
    received = yield 1
    while received is not None:
        received = yield received * 2
    return "done"


g = gen()
print(next(g), g.send(5), g.send("ab"))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)
