"""Inserting into a dict"""
d = {}
d["pear"] = 1
