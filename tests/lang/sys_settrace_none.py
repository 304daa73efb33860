# Who turns tracing off where nobody traces changes nothing.
import sys

print(sys.gettrace(), sys.settrace(None), sys.getprofile(), sys.setprofile(None))
try:
    sys.settrace()
except TypeError as error:
    print(error)
try:
    sys.setprofile(None, None)
except TypeError as error:
    print(error)
