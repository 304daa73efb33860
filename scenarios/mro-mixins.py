"""Mixins

A mixin is a class that adds to others and stands on its own nowhere. It must be
written to the left of the class that it adds to, and hand on with super().
"""
# pyviz: view mro
# %% A base and two mixins
class Store:
    def save(self, text):
        return ["saved " + text]

class Loud:
    def save(self, text):
        return super().save(text.upper())

class Noted:
    def save(self, text):
        return ["noted"] + super().save(text)

# %% To the left of the base
# The mixins come first, in the order in which they are written.
class Diary(Loud, Noted, Store):
    pass

# Loud hands on to Noted, Noted to Store: none of them names the next one.
print(Diary().save("dear diary"))

# %% To the right it is never asked
# Store comes first and does not call super(): the mixin stays silent.
class Mute(Store, Loud):
    pass

print(Mute().save("hush"))

# %% Who is missing?
# Without a base that ends the chain, super() finds nobody.
class Lost(Loud):
    pass

try:
    Lost().save("where")
except AttributeError as error:
    print(error)
