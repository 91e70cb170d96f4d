// No page of ours has formulae: what Voila fetches to typeset them is empty.
