"""How text of an article stands where people look at it: the Python of src/report/show.c."""
import re


def shown(text):
    """No control character and no change of direction, one blank for each kind of blank."""
    text = re.sub("[\t\n\v\f\r\x85\u2028\u2029]", " ", text)
    return re.sub("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]",
                  "\ufffd", text)
