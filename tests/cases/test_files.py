"""Whatever a file holds: a case, or one clear sentence with its name, and soon."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import LARGEST_FILE, RecordError, parse_record, read_case
from tests.cases.records import as_file, good

NAME = "fish-and-chips.toml"
TEXT = as_file(good())


def _bomb(depth: int) -> str:
    return ".".join("a" * depth) + " = 1\n"


#: what stands in the file; every one of these must be refused
HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "one line end": b"\n",
    "only a remark": b"# a remark\n",
    "only blanks": b"   \t \n",
    "ten megabytes of remarks": b"#" * 10_000_000,
    "ten megabytes of one text": b'title = "' + b"x" * 10_000_000 + b'"',
    "one byte too many": b"#" * (LARGEST_FILE + 1),
    "noughts": bytes(500),
    "every byte": bytes(range(256)),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a packed file": b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "UTF-32": TEXT.encode("utf-32"),
    "half a letter": TEXT.encode() + b'notes = ["\xff"]',
    "an overlong letter": b'title = "\xc0\xaf"',
    "cut in the middle": TEXT.encode()[: len(TEXT) // 2],
    "cut in a text": b'id = "MY',
    "cut after a sign": b"id =",
    "a key twice": (TEXT + 'id = "MY2"\n').encode(),
    "a table twice": b"[coding]\n[coding]\n",
    "a table over a text": (TEXT + "[title]\na = 1\n").encode(),
    "another language": b'{"id": "MY1"}',
    "a program": b"import os\nos.remove('x')\n",
    "markup": b"<html><body>hello</body></html>",
    "lines of text": b"Two neighbours quarrel.\nThen they sign.\n",
    "a whole number of thousands of digits": (TEXT + f"x = {'9' * 5_000}\n").encode(),
    "a year of thousands of digits": f"first_year = {'9' * 5_000}\n".encode(),
    "a fraction without an end": b"x = 1e999999999999\n",
    "a slider beyond all numbers": b'[coding.threat]\nvalue = 1e999\nbasis = "judgement"\n',
    "a slider that is no number": b'[coding.threat]\nvalue = nan\nbasis = "judgement"\n',
    "a date for a year": b"first_year = 1999-01-01\n",
    "a day that does not exist": b"first_year = 1999-02-31\n",
    "thousands of brackets": b"x = " + b"[" * 40_000 + b"]" * 40_000,
    "brackets that never close": b"x = " + b"[" * 90_000,
    "thousands of braces": b"x = " + b"{a=" * 20_000 + b"1" + b"}" * 20_000,
    "thousands of dotted keys": _bomb(40_000).encode(),
    "thousands of dotted tables": f"[{'.'.join('a' * 40_000)}]\nb = 1\n".encode(),
    "dotted keys in a coding": f"[coding]\n{_bomb(30_000)}".encode(),
    "dotted keys in braces": f"x = {{ {'.'.join('a' * 30_000)} = 1 }}\n".encode(),
    "many tables": b"".join(f"[t{i}]\n".encode() for i in range(10_000)),
    "many keys": b"".join(f"k{i} = 1\n".encode() for i in range(9_000)),
    "many deep tables": b"".join(
        f"[{'.'.join([chr(97 + i % 26)] * 40)}.t{i}]\n".encode() for i in range(1_000)
    ),
    "many rows": b"[[party]]\n" * 9_000,
    "a text that never closes": b'title = """' + b"\n" * 90_000,
    "quotes without an end": b'title = "' + b'\\"' * 45_000,
    "escapes without an end": b'title = "' + b"\\u0041" * 15_000 + b'"',
    "markup in the title": TEXT.replace("A dispute", "<b>A dispute</b>").encode(),
    "a script in the title": TEXT.replace("A dispute", "<script>x</script>").encode(),
    "a picture in a party": TEXT.replace("Northland", "<img src=x onerror=x>").encode(),
    "an escaped bell": TEXT.replace("A dispute", "\\u0007A dispute").encode(),
    "a bare bell": TEXT.replace("A dispute", "\x07A dispute").encode(),
    "a mark that turns the writing": TEXT.replace("A dispute", "\u202eA dispute").encode(),
    "a mark in the middle": b"id = \xef\xbb\xbf1",
    "a name of another file": as_file(good(slug="something-else")).encode(),
    "a slug that climbs": as_file(good(slug="../fish")).encode(),
    "a key with markup": (TEXT + '"<img onerror=x>" = 1\n').encode(),
    "a key without an end": (TEXT + f'"{"k" * 50_000}" = 1\n').encode(),
    "a key of line ends": (TEXT + '"a\\nb" = 1\n').encode(),
    "only tables": b"[id]\n[slug]\n[title]\n[papers]\n[depth]\n[setting]\n[done]\n",
    "only lists": b"id=[]\nslug=[]\ntitle=[]\npapers=[]\ndepth=[]\nsetting=[]\ndone=[]\n",
}


class TooSlowError(AssertionError):
    """A reader that keeps everybody waiting."""


@contextmanager
def soon() -> Iterator[None]:
    """Stop what takes longer than two seconds."""

    def stop(*_: object) -> None:
        raise TooSlowError("not answered within two seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 2.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def refused(path: Path) -> RecordError:
    """Read a file that must be refused, and check what is said."""
    with soon(), pytest.raises(RecordError) as error:
        read_case(path)
    for fault in error.value.faults:
        said = str(fault)
        assert said.startswith(path.name)
        assert fault.reason.strip()
        assert len(said) < 1_000
        assert all(c.isprintable() for c in said), said
        assert not any(word in said for word in ("Traceback", "Error(", "0x", "NoneType", "sys."))
    return error.value


def test_there_are_enough_hostile_files() -> None:
    assert len(HOSTILE) >= 50


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_gives_a_sentence(what: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(HOSTILE[what])
    refused(path)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(TEXT, encoding="utf-8")
    assert read_case(path).title == "A dispute over fish"


@pytest.mark.parametrize(
    "how",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "# " + "\u6f22\u5b57" * 20,
        lambda text: text.replace("A dispute", "\u4e89\u7aef \u2014 \u00e9t\u00e9"),
    ],
)
def test_what_is_only_unusual_is_read(how: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(how(TEXT).encode("utf-8"))
    assert read_case(path).id == "MY1"


def test_a_file_saved_with_a_byte_order_mark_is_read_or_told_of(tmp_path: Path) -> None:
    # some editors put the mark in front of every file
    path = tmp_path / NAME
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode("utf-8"))
    try:
        case = read_case(path)
    except RecordError as error:
        case, said = None, str(error)
        assert NAME in said
    assert case is None or case.id == "MY1"


def test_a_large_file_is_told_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(HOSTILE["ten megabytes of remarks"])
    said = str(refused(path))
    assert "10,000,000" in said
    assert f"{LARGEST_FILE:,}" in said


def _folder(path: Path) -> None:
    path.mkdir()


def _nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere.toml"))


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _missing(_: Path) -> None:
    pass


@pytest.mark.parametrize("make", [_folder, _nowhere, _circle, _missing])
def test_what_is_no_file_gives_a_sentence(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / NAME
    make(path)
    assert "cannot be opened" in str(refused(path))


@given(st.binary(max_size=400))
def test_any_bytes_are_a_record_or_a_sentence(raw: bytes) -> None:
    try:
        parsed = parse_record(raw, NAME)
    except RecordError as error:
        parsed = None
        said = str(error)
    assert isinstance(parsed, dict) or said.startswith(f"{NAME}: ")


@given(st.integers(0, len(TEXT) - 1), st.binary(min_size=1, max_size=3))
def test_a_good_file_with_a_few_damaged_bytes_is_a_record_or_a_sentence(
    at: int, damage: bytes
) -> None:
    raw = TEXT.encode()
    test_any_bytes_are_a_record_or_a_sentence.hypothesis.inner_test(  # type: ignore[attr-defined]
        raw[:at] + damage + raw[at + len(damage) :]
    )
