# A long chain of objects ends at once; a callback may not reach one whose end has only been put off.
# test: from=3.11.7
import gc
import weakref


class Link:
    def __init__(self, parent):
        if parent is None:
            return
        me = weakref.ref(self)

        def gone(_):
            other = me()
            seen[other is None] += 1

        self.parent = weakref.ref(parent, gone)


seen = {True: 0, False: 0}
children = weakref.WeakKeyDictionary()
root = link = Link(None)
for _ in range(200):
    children[link] = link = Link(link)
del root
gc.collect()
print(len(children), sum(seen.values()), seen)
del link
print(len(children), seen)


class Table(dict):
    def __getattr__(self, name):
        return self[name]


table = Table()
print(repr(weakref.ref(table)).endswith(">"))
