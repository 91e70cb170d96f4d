"""The page of a lesson's slides, for a projector."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.slides import LessonSlides


def page(number: int) -> ipywidgets.Widget:
    """Return the slides of a lesson, which fill the whole page.

    Parameters
    ----------
    number
        Number of the lesson.
    """
    slides = LessonSlides(number)
    slides.add_class("bor-slides-page")
    return slides
