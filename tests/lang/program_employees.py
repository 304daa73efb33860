# A teaching program: employees, and what else a first course shows.
class Employee:
    raise_amount = 1.04
    count = 0
    def __init__(self, first, last, pay):
        self.first, self.last, self.pay = first, last, pay
        Employee.count += 1
    @property
    def email(self): return f"{self.first}.{self.last}@mail.com".lower()
    @property
    def fullname(self): return f"{self.first} {self.last}"
    @fullname.setter
    def fullname(self, name): self.first, self.last = name.split(" ")
    @fullname.deleter
    def fullname(self):
        print("Delete Name!"); self.first = self.last = None
    def apply_raise(self): self.pay = int(self.pay * self.raise_amount)
    @classmethod
    def from_string(cls, s): return cls(*s.split("-"))
    @staticmethod
    def is_workday(day): return day not in (5, 6)
    def __repr__(self): return "Employee('{}', '{}', {})".format(self.first, self.last, self.pay)
    def __str__(self): return "{} - {}".format(self.fullname, self.email)
    def __add__(self, o): return self.pay + o.pay
    def __len__(self): return len(self.fullname)
class Developer(Employee):
    raise_amount = 1.10
    def __init__(self, first, last, pay, lang):
        super().__init__(first, last, pay); self.lang = lang
class Manager(Employee):
    def __init__(self, first, last, pay, employees=None):
        super().__init__(first, last, pay)
        self.employees = [] if employees is None else employees
    def add(self, e):
        if e not in self.employees: self.employees.append(e)
    def print_all(self):
        for e in self.employees: print("-->", e.fullname)
d1 = Developer("Corey", "Schafer", 50000, "Python"); d2 = Developer("Test", "User", 60000, "Java"); m = Manager("Sue", "Smith", 90000, [d1])
m.add(d2); m.add(d2); m.print_all(); print(m, repr(m), d1 + d2, len(d1), d1.email)
d1.apply_raise(); m.apply_raise(); print(d1.pay, m.pay, Employee.raise_amount, d1.__dict__)
d1.raise_amount = 2; d1.apply_raise(); print(d1.pay, Developer.raise_amount, d1.__dict__)
d1.fullname = "Jim Beam"; print(d1.first, d1.email); del d1.fullname; print(d1.first)
e = Employee.from_string("John-Doe-70000"); print(e, e.pay, type(e.pay), Employee.count, Employee.is_workday(5))
print(isinstance(m, Manager), isinstance(m, Developer), issubclass(Manager, Employee), Developer.mro())
print(help.__class__.__name__ if False else "", Employee.__name__, sorted(k for k in Employee.__dict__ if not k.startswith("__")))
try: Developer("a", "b")
except TypeError as x: print(x)
try: e.email = "x"
except AttributeError as x: print(x)
try: Manager("a", "b", 1, 2, 3)
except TypeError as x: print(x)
try: Employee.email.fget()
except TypeError as x: print(x)
try: e.fullname = "one"
except ValueError as x: print(x)
def shape_area(shape, **dims):
    match shape:
        case "circle": return 3 * dims["r"] ** 2
        case "square" | "rect": return dims["a"] * dims.get("b", dims["a"])
        case _: raise ValueError(shape)
print(shape_area("circle", r=2), shape_area("rect", a=2, b=3), shape_area("square", a=4))
class Node:
    def __init__(self, data): self.data = data; self.children = []; self.parent = None
    def add(self, *nodes):
        for n in nodes: n.parent = self; self.children.append(n)
        return self
    def level(self):
        n, p = 0, self.parent
        while p: n += 1; p = p.parent
        return n
    def show(self):
        print("   " * self.level() + ("|__" if self.parent else "") + str(self.data))
        for c in self.children: c.show()
root = Node("Electronics").add(Node("Laptop").add(Node("Mac"), Node("Surface")), Node("TV").add(Node("LG")))
root.show()
def bfs(g, s):
    seen, q = {s}, [s]
    while q:
        v = q.pop(0); yield v
        for w in g[v]:
            if w not in seen: seen.add(w); q.append(w)
print(list(bfs({1: [2, 3], 2: [4], 3: [4], 4: []}, 1)))
from functools import reduce
print(reduce(lambda a, b: a * b, range(1, 6)))
