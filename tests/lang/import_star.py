from beside.tools import *
print(PUBLIC, add(1, 2))
try:
    print(_private)
except NameError as e:
    print(e)
from beside.sub import *
print(listed)
print("unlisted" in globals())
