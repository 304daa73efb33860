# A warning whose place would be further out than the program.
import warnings

warnings.warn("one frame too far", stacklevel=2)
warnings.warn("many", DeprecationWarning, stacklevel=9)
try:
    print(__warningregistry__)
except NameError as error:
    print(error)
