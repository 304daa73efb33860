"""Cases, awaits and the rounds of async loops are statements' parts, too."""
def kind(value):
    match value:
        case []:
            return "empty"
        case [x, *rest] if x:
            return [x, rest]
        case {"a": found}:
            return found
        case str() | bytes():
            return "text"
        case _:
            return None
print([kind(v) for v in ([], [1, 2], {"a": [3]}, "s", 4)])
class Manager:
    async def __aenter__(self): return [self]
    async def __aexit__(self, *what): return True
async def count(n):
    for i in range(n):
        yield [i]
async def work():
    seen = []
    async with Manager() as m:
        async for item in count(3):
            seen.append(item)
        else:
            seen.append("else")
        raise KeyError(1)
    return seen
try:
    work().send(None)
except StopIteration as e:
    result = e.value
