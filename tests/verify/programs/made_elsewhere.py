"""What another has made: the interpreter's own words about itself, files and their times, texts that are written bit by
bit while the program is called back."""
import pprint
import sys
import tempfile
import time

print(sys.version)
print(sys.executable, sys.prefix == sys.base_prefix, sys.exec_prefix)


class Item:
    def __init__(self, number):
        self.number = number
    def __repr__(self):
        return "Item(%d)" % self.number


items = [Item(i) for i in range(6)]
pprint.pprint(items, width=20)
pprint.pprint({item.number: item for item in items}, width=20)
before = time.time()
with tempfile.TemporaryDirectory() as folder:
    with open(folder + "/notes", "w") as file:
        file.write("kept for a while")
print(round(time.time() - before, 6))
names = [kind.__name__ for kind in BaseExceptionGroup.__subclasses__()]
print(names)
