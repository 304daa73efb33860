# What of the numbers that do not fit struct says, by format and byte order.
import struct
vals = [0, -1, 255, 256, 2**31, 2**32, 2**63, 2**64, 2**100, -2**31-1, -2**63-1, -2**100, 1.5, 'a', None, True, b'a']
for f in 'bBhHiIlLqQnN?fdecsp':
    for p in ('', '<', '>', '!', '='):
        for v in vals:
            try: print(p + f, v, struct.pack(p + f, v))
            except Exception as e: print(p + f, v, type(e).__name__, e)
