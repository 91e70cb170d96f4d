"""From a seed to the start of a stream, as NumPy's SeedSequence does it.

The hash that mixes the words of a seed is M. E. O'Neill's ("Developing a seed_seq alternative",
2015); NumPy's form of it takes the seed first and then the key of the stream.
"""

from __future__ import annotations

from collections.abc import Sequence

_WORD = 0xFFFFFFFF
_POOL = 4

#: starts and factors of the two hashes, and the factors of the mixture
_IN, _IN_FACTOR = 0x43B0D7E5, 0x931E8875
_OUT, _OUT_FACTOR = 0x8B51F9DD, 0x58F38DED
_MIX_LEFT, _MIX_RIGHT = 0xCA01F9DD, 0x4973F715


class _Hash:
    """A hash of words whose constant changes with every word."""

    def __init__(self, constant: int, factor: int) -> None:
        self._constant, self._factor = constant, factor

    def __call__(self, word: int) -> int:
        word ^= self._constant
        self._constant = self._constant * self._factor & _WORD
        word = word * self._constant & _WORD
        return word ^ word >> 16


def _words(number: int) -> list[int]:
    """Return a whole number as words of 32 bits, the lowest first."""
    found = [number & _WORD]
    while number := number >> 32:
        found.append(number & _WORD)
    return found


def _mixed(one: int, other: int) -> int:
    word = (_MIX_LEFT * one - _MIX_RIGHT * other) & _WORD
    return word ^ word >> 16


class SeedSequence:
    """What a stream begins from.

    Parameters
    ----------
    entropy
        The seed, 0 upwards.
    spawn_key
        Which of the streams of this seed.

    Raises
    ------
    ValueError
        For a number below 0.
    """

    def __init__(self, entropy: int, *, spawn_key: Sequence[int] = ()) -> None:
        if min(entropy, *spawn_key, 0) < 0:
            raise ValueError("a seed and its key take numbers from 0 upwards; given was one below")
        words = _words(entropy)
        if spawn_key:
            words += [0] * (_POOL - len(words))
            words += [word for number in spawn_key for word in _words(number)]
        take = _Hash(_IN, _IN_FACTOR)
        pool = [take(word) for word in (words + [0] * _POOL)[:_POOL]]
        for source in range(_POOL):
            for place in range(_POOL):
                if place != source:
                    pool[place] = _mixed(pool[place], take(pool[source]))
        for word in words[_POOL:]:
            pool = [_mixed(each, take(word)) for each in pool]
        self._pool = pool

    def state(self, count: int) -> list[int]:
        """Return so many words of 64 bits to begin from."""
        give = _Hash(_OUT, _OUT_FACTOR)
        words = [give(self._pool[k % _POOL]) for k in range(2 * count)]
        return [words[2 * k] | words[2 * k + 1] << 32 for k in range(count)]
