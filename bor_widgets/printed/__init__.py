"""The course without a kernel: parts of lessons and records, for a page that is read or printed.

Nothing here knows Jupyter. ``kit`` gives a lesson its parts; ``records`` gives every record of
the papers its entry; ``book`` builds the site out of both.
"""
