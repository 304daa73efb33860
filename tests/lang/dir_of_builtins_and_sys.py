"""dir() of builtins and sys lists what CPython has there, simulated or not."""
import builtins
import sys
import time

print(dir(builtins))
print([n for n in dir(sys) if n not in ("abiflags",)])
print(dir(time) == sorted(dir(time)), [n for n in dir(time) if n.startswith("_")])
