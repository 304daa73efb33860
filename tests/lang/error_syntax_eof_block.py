# A block that is missing at the end of the file.
if True:
