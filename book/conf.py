"""Settings of the book. Everything that a page needs lies in the site itself."""

from __future__ import annotations

from bor_widgets.widgets.explorable_parts import page_script

project = "Three theories of international relations"
author = "the bor_widgets authors"
copyright = author  # noqa: A001  # Sphinx asks for this name
language = "en"

extensions = ["myst_nb", "bor_widgets.printed.book"]
root_doc = "index"
templates_path = ["_templates"]
exclude_patterns = ["_templates"]

# A lesson that fails gives a warning that names lesson, cell and error, and every warning fails
# the book (the build runs with -W). Raised as an error, it would name the lesson only, and hide
# the lessons after it.
nb_execution_mode = "force"
nb_execution_raise_on_error = False
nb_execution_show_tb = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_code_prompt_show = "Code"
nb_code_prompt_hide = "Hide the code"
# No widget of a notebook is shown: its scripts would come from outside.
nb_ipywidgets_js = {}
# Figures with sliders are drawn by the script of the widgets themselves.
bor_explorable_script = page_script()

myst_enable_extensions = ["colon_fence", "attrs_inline"]
myst_heading_anchors = 3
nitpicky = True

html_theme = "sphinx_book_theme"
html_title = "Three theories of international relations"
html_static_path = ["_static"]
html_css_files = ["theme.css", "book.css"]
html_js_files = [("book.js", {"defer": "defer"}), ("figures.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
html_favicon = "_static/icon.svg"
html_permalinks_icon = "#"
html_context = {"default_mode": "light"}
html_theme_options = {
    "home_page_in_toc": True,
    "show_navbar_depth": 1,
    "max_navbar_depth": 2,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "search_bar_text": "Search lessons and index",
    "toc_title": "On this page",
    "footer_content_items": [],
    "pygments_light_style": "a11y-high-contrast-light",
    "navigation_with_keys": False,
    # it would lie over the figure that a hand goes back to
    "back_to_top_button": False,
}
