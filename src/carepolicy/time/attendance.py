"""Knows attendance as an exact fraction of sessions, so that a threshold is never missed or met by rounding."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from carepolicy.errors import BadRecord


@frozen
class Attendance:
    """How many of the possible sessions a pupil attended.

    Args:
        attended: sessions attended.
        possible: sessions that there were.

    Raises:
        BadRecord: when they cannot be counts of sessions, or more were attended than there were.

    >>> Attendance(255, 300).is_below(85), Attendance(254, 300).is_below(85)
    (False, True)
    """

    attended: int = field()
    possible: int = field()

    def __attrs_post_init__(self) -> None:
        counts = (self.attended, self.possible)
        whole = all(isinstance(count, int) and not isinstance(count, bool) for count in counts)
        if not whole or not 0 <= self.attended <= self.possible or self.possible < 1:
            raise BadRecord(
                "Attendance takes whole numbers of sessions, at least one possible and no more attended than possible."
            )

    @property
    def rate(self) -> Fraction:
        """The share of sessions attended, exactly."""
        return Fraction(self.attended, self.possible)

    def is_below(self, percent: int | Fraction) -> bool:
        """Whether less than a percentage was attended; exactly that percentage is not below it.

        Args:
            percent: the threshold, in per cent.
        """
        return self.rate * 100 < percent
