from . import tools
from .sub.deep import x as up
from .sub import *
