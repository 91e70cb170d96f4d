"""The course as a site with no server: built here, run by Python in the reader's own browser."""
