"""Where the docstring of a property comes from, in classes derived from it as well."""
class B:
    @property
    def spam(self):
        """BaseClass.getter"""
        return 1
    @spam.setter
    def spam(self, v):
        """BaseClass.setter"""
class S(B):
    @B.spam.getter
    def spam(self):
        """SubClass.getter"""
        raise ValueError
    @spam.setter
    def spam(self, v):
        """SubClass.setter"""
print(B.spam.__doc__, S.spam.__doc__)
class PropertySub(property):
    """This is a subclass of property"""
class PropertySubSlots(property):
    """slots"""
    __slots__ = ()
class F:
    @PropertySub
    def spam(self):
        """The spam"""
        return 1
    @spam.getter
    def spam(self):
        """New doc"""
    @PropertySub
    def nodoc(self): return 1
    e = PropertySub(lambda self: 1, doc="given")
print(F.spam.__doc__, F.nodoc.__doc__, F.e.__doc__, F.spam.__dict__)
try:
    class G:
        @PropertySubSlots
        def spam(self):
            """doc"""
            return 1
    print(G.spam.__doc__)
except AttributeError as e: print(e)
class H:
    @property
    def x(self): return 1
    @x.getter
    def x(self):
        "the getter"
    y = property(lambda s: 1, doc="y doc")
    z = y.getter(lambda s: 2)
print(H.x.__doc__, H.y.__doc__, H.z.__doc__)
H.y.__doc__ = "changed"
print(H.y.__doc__)
