"""What was never awaited is told once for each text, when the modules are gone."""


async def f():
    pass


async def g():
    pass


a = f()
b = f()
c = g()
d = g()
print("end")
