import sys


async def f():
    pass


async def g():
    f()
    return 1


f()
for i in range(3):
    f()
x = g()
try:
    x.send(None)
except StopIteration as e:
    print(e.value)


class C:
    async def method(self):
        pass


C().method()
y = f()
del y
z = f()
z.close()
del z
(lambda: C().method())()
left = f()
