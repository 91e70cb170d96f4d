"""The generator PCG64: a step of 128 bits, and of each state 64 bits, shifted and turned.

M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for
Random Number Generation", 2014: the form XSL RR 128/64.
"""

from __future__ import annotations

from bor_widgets.simulation.plain.seeds import SeedSequence

_STEP = 0x2360ED051FC65DA44385DF649FCCF645
_STATE = (1 << 128) - 1
_WORD = (1 << 64) - 1
_HALF = (1 << 32) - 1


class PCG64:
    """A row of random bits.

    Parameters
    ----------
    seed
        What it begins from; a whole number is a seed.
    """

    def __init__(self, seed: SeedSequence | int) -> None:
        start = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        high, low, stream_high, stream_low = start.state(4)
        self._add = (stream_high << 64 | stream_low) << 1 & _STATE | 1
        self._state = ((self._add + (high << 64 | low)) * _STEP + self._add) & _STATE
        self._kept: int | None = None

    def word(self) -> int:
        """Return the next 64 bits."""
        state = self._state = (self._state * _STEP + self._add) & _STATE
        folded = (state >> 64 ^ state) & _WORD
        turn = state >> 122
        return (folded >> turn | folded << 64 - turn) & _WORD

    def half(self) -> int:
        """Return 32 bits: the lower half of the next 64, then the upper half that was kept."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            return kept
        word = self.word()
        self._kept = word >> 32
        return word & _HALF

    def double(self) -> float:
        """Return a number from 0 to below 1, of 53 bits."""
        return (self.word() >> 11) * 2.0**-53

    def single(self) -> float:
        """Return a number from 0 to below 1, of 24 bits."""
        return (self.half() >> 8) * 2.0**-24

    def up_to(self, most: int) -> int:
        """Return a whole number from 0 to one below 2**32, none likelier than another.

        As many bits as the greatest has; drawn again where they make more.
        """
        mask = (1 << most.bit_length()) - 1
        while (drawn := self.half() & mask) > most:
            pass
        return drawn
