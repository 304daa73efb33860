import beside
from beside import tools
print(beside.__name__, beside.title, beside.__package__, beside.__doc__)
print(tools.__name__, tools.__file__, tools.__package__, tools.__doc__, tools.add(2, 3))
print(beside, tools)
tools.add = lambda a, b: "patched"
print(tools.add(1, 2), tools.call())
print(sorted(n for n in dir(tools) if not n.startswith("__")))
print(tools.lazy_thing, getattr(tools, "none", "default"))
del tools.call
print(hasattr(tools, "call"), vars(tools)["PUBLIC"])
import beside.tools as again, sys
print(again is tools, sys.modules["beside.tools"] is tools)
