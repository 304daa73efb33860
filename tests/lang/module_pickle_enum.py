# How enums are pickled: by value now, by name in the first releases of 3.11.
import datetime
import enum
import io
import pickle


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Perm(enum.Flag):
    R = 1
    W = 2


class Shown(pickle.Unpickler):
    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


for value in Color.RED, [Color.BLUE, Color.BLUE], Perm.R | Perm.W, Perm(0), datetime.timezone.utc:
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(protocol, data)
        print(Shown(io.BytesIO(data)).load() == value)
