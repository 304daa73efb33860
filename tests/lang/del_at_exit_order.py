# What is still alive when the program ends goes in a collection: the finalizers run in the order in
# which the collector comes upon the objects, those that module names hold before what they hold.
class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("part", self.name)


class Whole:
    def __init__(self, name):
        inner = Part("of " + name)
        self.name = name
        self.part = inner

    def __del__(self):
        print("whole", self.name)


first = Whole("first")
second = Whole("second")
several = [Whole("third"), Part("alone")]
print("the end")
