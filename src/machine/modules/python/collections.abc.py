# collections.abc: the public name of _collections_abc; from 3.13 on, the same module.

import sys

if sys.version_info >= (3, 13):
    import _collections_abc
    sys.modules["collections.abc"] = _collections_abc
else:
    from _collections_abc import *
    from _collections_abc import __all__, _CallableGenericAlias
    del sys
