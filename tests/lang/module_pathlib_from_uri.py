# test: from=3.13
# Paths out of file: URIs.
from pathlib import Path

for uri in ("file:///etc/fstab", "file://localhost/a%20b", "file:/c", "file:c", "http://x", "file:////server/x",
            "file:///c:/windows", "file:///c|/w", "file:c|/w", "file://server/x", "file:///%C3%A4"):
    try:
        print(Path.from_uri(uri))
    except ValueError as error:
        print(error)
print(Path.from_uri(Path("/a b/ä").as_uri()))
