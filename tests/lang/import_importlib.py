import importlib
tools = importlib.import_module("beside.tools")
print(tools.add(1, 2))
print(importlib.import_module(".deep", "beside.sub").x)
print(importlib.import_module("..tools", "beside.sub") is tools)
try:
    importlib.import_module(".deep")
except TypeError as e:
    print(e)
