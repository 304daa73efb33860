# What AttributeErrors of setting and deleting know of the attribute.
class C: pass
class S: __slots__ = 'q',
class P:
    x = property(lambda s: 1)
c = C(); c.z = 1
def t(f, *a):
    try: f(*a)
    except AttributeError as e: print(e, e.name, type(e.obj).__name__, end='; ')
t(delattr, C, 'y'); t(delattr, c, 'y'); t(delattr, S(), 'q'); t(delattr, S(), 'r'); t(setattr, S(), 'r', 1); t(delattr, object(), 'k'); t(setattr, object(), 'k', 1)
t(setattr, P(), 'x', 1); t(delattr, P(), 'x'); t(delattr, 5, 'real'); t(setattr, [], 'append', 1); t(delattr, [], 'append'); t(getattr, S(), 'q')
import sys
t(delattr, sys, 'gobble'); t(delattr, t, 'gobble')
c.__dict__; t(delattr, c, 'y');
