"""The course as data: lessons, questions, journals and what a class has learnt.

Nothing here knows of a screen: the widgets show it, the book prints it, `bor class` counts it.
"""
