"""Modules that a program imports for one function of many, and does not need this time."""
import socket, subprocess, signal
import importlib.util
import xml.etree.ElementTree as ET
import concurrent.futures
import urllib.request
from concurrent import futures
from importlib import util
from multiprocessing import pool
from xml.etree import ElementTree
import sys

print(ET is ElementTree, util is importlib.util, futures is concurrent.futures, type(socket).__name__)
print("socket" in sys.modules, sys.modules["xml.etree"].__name__ if False else sys.modules["socket"] is socket)


def fetch(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def run(command):
    return subprocess.run(command, check=True)


try:
    import msvcrt
except ImportError as e:
    print(e)
socket.own = 5
print(socket.own, callable(fetch), callable(run))
