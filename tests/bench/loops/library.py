import json
import re

rows = [{"name": "n%d" % i, "size": i * 0.5, "tags": ["a", None, True]} for i in range(3000)]
for _ in range(3):
    rows = json.loads(json.dumps(rows, indent=1))
text = " ".join("key%d=value-%d;" % (i, i * i) for i in range(6000))
found = re.findall(r"(\w+)=(?:value)-(\d+);", text)
words = sorted((word[::-1] for word in text.split()), key=str.lower)
print(len(rows), len(found), words[0], sum(map(len, words)), 3**20000 % 1000007)
