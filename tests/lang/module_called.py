"""A module is called where something in it was meant."""
import random
import types

try:
    random()
except TypeError as e:
    print(e)
made = types.ModuleType("made")
try:
    made()
except TypeError as e:
    print(e)
made.made = len
try:
    made()
except TypeError as e:
    print(e)
made.made = 5
try:
    made()
except TypeError as e:
    print(e)
random()
