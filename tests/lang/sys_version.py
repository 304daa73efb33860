# sys.version_info can be compared, unpacked and indexed.
import sys
print(sys.version_info >= (3, 11), sys.version_info > (3,), sys.version_info[0], sys.version_info.major)
print(sys.version_info < (4, 0), sys.version_info[:1], len(sys.version_info) > 3)
major, minor, *rest = sys.version_info
print(major, minor >= 11, len(rest), sys.version_info.minor == minor)
