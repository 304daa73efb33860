# test: from=3.12
"""types.coroutine makes code anew: where it begins is seen, too, although the program asks for the collector."""
import gc
import types


@types.coroutine
def pause(value):
    answer = yield value
    return answer


async def twice(values):
    for value in values:
        values.append(await pause(value))
        if len(values) > 4:
            break
    return values


gc.collect()
c = twice([1, 2])
print(c.send(None))
print(c.send(10), gc.isenabled())
print(c.send(20))
try:
    c.send(30)
except StopIteration as e:
    print(e.value)
