# Format specifications in f-strings, computed ones too.
n, x, s = 42, 3.14159, "abc"
print(f"[{n:5}] [{n:<5}] [{n:^5}] [{n:05}] [{n:+}] [{n:*>8}]")
print(f"[{x:.2f}] [{x:8.3f}] [{x:<8.1f}] [{x:e}] [{x:g}] [{x:+.1f}] [{x:010.3f}]")
print(f"[{s:5}] [{s:>5}] [{s:^7}] [{s:-^9}] [{s:.2}] [{s:6.1}]")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#x} {n:08b} {n:c} {n:d}")
print(f"{1234567:,} {1234567:_} {1234567.891:,.2f} {0.256:.1%} {255:_b}")
width, precision = 10, 3
print(f"[{x:{width}.{precision}}] [{s:{'>'}{width}}] [{n:{width}}]")
