from beside.tools import PUBLICK
