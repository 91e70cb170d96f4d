"""The cases of the papers as records: text-coded, inferred and open inputs kept apart."""

from bor_widgets.cases.catalogue import FOLDER_VARIABLE, Cases, cases, records_folder
from bor_widgets.cases.faults import Fault, RecordError
from bor_widgets.cases.reading import LARGEST_FILE, case_from, parse_record, read_case
from bor_widgets.cases.record import Case, Coding, Observed, Party, Tie
from bor_widgets.sources.lending import lend

__all__ = [
    "FOLDER_VARIABLE",
    "LARGEST_FILE",
    "Case",
    "Cases",
    "Coding",
    "Fault",
    "Observed",
    "Party",
    "RecordError",
    "Tie",
    "case_from",
    "cases",
    "parse_record",
    "read_case",
    "records_folder",
]

lend(__name__, cases)
