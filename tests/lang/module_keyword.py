import keyword
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("if"), keyword.iskeyword("print"), keyword.issoftkeyword("match"))
