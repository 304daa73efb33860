# The tuples with names of sys.
import sys

print(sys.float_info)
print(sys.int_info)
print(sys.hash_info)
print(repr(sys.version_info)[:35], sys.version_info[:2], sys.version_info.serial)
print(sys.float_info.epsilon, sys.float_info[0], len(sys.int_info), sys.hash_info.modulus == 2**61 - 1)
print(sys.version_info >= (3, 8), sys.version_info[:2] > (3, 0), sys.version_info.releaselevel)
print(type(sys.version_info), isinstance(sys.version_info, tuple), sys.version_info.n_fields)
print(sys.getsizeof(sys.version_info), sys.getsizeof(sys.float_info))
print(sys.hexversion >> 24, sys.maxsize, sys.maxunicode, sys.byteorder, sys.getdefaultencoding())
print(sys.version_info + (1,) == (*sys.version_info, 1), hash(sys.version_info) == hash(tuple(sys.version_info)))
