# An attribute that a module does not have.
import sys
sys.getsizeoff(1)
