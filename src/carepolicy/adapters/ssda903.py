"""Knows the SSDA903 return of children looked after, as CSV files in a folder, and what each of its codes says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve, field, frozen

from carepolicy.adapters.tables import Row, Table, read_table
from carepolicy.errors import BadInput, NotADate, NotAskable, Problem
from carepolicy.facts import (
    CARE,
    CARE_REVIEWS,
    PERMANENCE,
    SCHOOLING,
    Accommodation,
    CareOrder,
    CareSpell,
    Child,
    Complete,
    DataWarning,
    Ended,
    Family,
    FreeingOrder,
    InterimCareOrder,
    Need,
    Order,
    PlacementOrder,
    Power,
    PreviousPermanence,
    Record,
    Remand,
    ShortBreakAgreement,
    Source,
)
from carepolicy.time.instants import Instant

HEADER = "header.csv"
EPISODES = "episodes.csv"
PREVIOUS_PERMANENCE = "previous_permanence.csv"

HEADER_NEEDED = ("CHILD", "DOB")
HEADER_KNOWN = ("SEX", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES_NEEDED = ("CHILD", "DECOM", "RNE", "LS", "DEC", "REC")
EPISODES_KNOWN = ("CIN", "PLACE", "PLACE_PROVIDER", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")
PERMANENCE_NEEDED = ("CHILD", "PREV_PERM", "DATE_PERM")
PERMANENCE_KNOWN = ("DOB", "LA_PERM")

LEGAL_STATUS = ("C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3")
STARTED = "S"
REASON_FOR_NEW_EPISODE = (STARTED, "L", "P", "T", "B", "U")
PREVIOUS = {
    "P1": Order.ADOPTION,
    "P2": Order.SPECIAL_GUARDIANSHIP,
    "P3": Order.CHILD_ARRANGEMENTS,
    "P4": None,
    "Z1": Order.NONE,
}
PLACE_CODE = re.compile(r"[A-Z]\d{1,2}")
"""What a placement code looks like; the list of them changes from year to year, and only P1 bears on a status."""

WITH_PARENTS = "P1"
"""The placement code for a child placed with a parent, who is then not accommodated by the council."""

NEEDS = {f"N{number}": Need(f"N{number}") for number in range(1, 9)}

REASON_CEASED = {
    "X1": Ended.CONTINUES,
    "E11": Ended.ADOPTION,
    "E12": Ended.ADOPTION,
    "E2": Ended.DIED,
    "E3": Ended.TRANSFERRED,
    "E4A": Ended.HOME_PLANNED,
    "E4B": Ended.HOME_UNPLANNED,
    "E13": Ended.LIVES_WITH_OTHERS,
    "E41": Ended.CHILD_ARRANGEMENTS,
    "E43": Ended.SPECIAL_GUARDIANSHIP,
    "E44": Ended.SPECIAL_GUARDIANSHIP,
    "E45": Ended.SPECIAL_GUARDIANSHIP,
    "E46": Ended.SPECIAL_GUARDIANSHIP,
    "E47": Ended.SPECIAL_GUARDIANSHIP,
    "E48": Ended.SPECIAL_GUARDIANSHIP,
    "E5": Ended.INDEPENDENT,
    "E6": Ended.INDEPENDENT,
    "E7": Ended.ADULT_SERVICES,
    "E8": Ended.OTHER,
    "E9": Ended.CUSTODY,
    "E14": Ended.REMAND_ENDED,
    "E15": Ended.ASSESSED_ADULT,
    "E16": Ended.MOVED_ABROAD,
    "E17": Ended.STAYED_PUT,
}

CODE_YEARS: dict[str, tuple[date | None, date | None]] = {
    "E43": (None, date(2018, 4, 1)),
    "E44": (None, date(2018, 4, 1)),
    **dict.fromkeys(("E45", "E46", "E47", "E48"), (date(2018, 4, 1), None)),
    **dict.fromkeys(("E4A", "E4B", "E13"), (date(2016, 4, 1), None)),
}
"""For codes not valid in every year: the first day they could be used, and the first on which they no longer could."""

NO_FREEING_ORDER_SOUGHT_AFTER = date(2005, 12, 30)


@frozen(repr=False)
class Return:
    """A return that was read.

    Args:
        children: the children, in the order of the header, then of the other files.
        notes: files and columns that were not read, and what was odd about a file as a whole.
        touched: the children who are in the files and are left out, because a problem touches them.
    """

    children: tuple[Child, ...]
    notes: tuple[str, ...] = ()
    touched: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"<Return: {len(self.children)} children>"


def read_ssda903(
    folder: str | Path,
    *,
    complete: Iterable[Family] = (),
    as_at: date | None = None,
    also_read: Iterable[Path | None] = (),
) -> Return:
    """Reads a folder with `episodes.csv`, `header.csv` and, where present, `previous_permanence.csv`.

    Episodes that follow on with the same legal status become one record. A first episode whose reason is not S began
    at an unknown time before it. What contradicts itself becomes a data warning on the child; what cannot be a fact is
    an error.

    Args:
        folder: where the files are.
        complete: the families of records that the return, with whatever else is known, holds all of.
        as_at: the day the return was drawn; episodes still open were running then.
        also_read: files that the caller reads for itself, so that they are not named as not read.

    Raises:
        NotAskable: when a family is listed that no return holds.
        BadInput: with every problem in every file; its `readable` is the `Return` of the children no problem touches.

    Source: law notes 5.1 to 5.3 and the DfE's guide to the SSDA903 collection, editions 2016-17 to 2025-26.
    """
    complete = tuple(complete)
    elsewhere = [family.name for family in complete if family in (SCHOOLING, CARE_REVIEWS)]
    if elsewhere:
        raise NotAskable(
            f"A return holds no records of {' or '.join(elsewhere)}, so it cannot be complete of them. Say so where "
            "they are read: with_events(children, events, complete=[SCHOOLING])."
        )
    folder = Path(folder)
    if not folder.is_dir():
        raise BadInput([Problem(folder.name, None, None, f"is not a folder. Name the folder that holds {EPISODES}.")])
    problems: list[Problem] = []
    header = read_table(folder / HEADER, needed=HEADER_NEEDED, known=HEADER_KNOWN, problems=problems)
    episodes = read_table(folder / EPISODES, needed=EPISODES_NEEDED, known=EPISODES_KNOWN, problems=problems)
    permanence: Table | None = None
    has_permanence = (folder / PREVIOUS_PERMANENCE).exists()
    if has_permanence:
        permanence = read_table(
            folder / PREVIOUS_PERMANENCE, needed=PERMANENCE_NEEDED, known=PERMANENCE_KNOWN, problems=problems
        )
    tables = [table for table in (header, episodes, permanence) if table is not None]
    reading = _Reading(tuple(complete), as_at)
    if has_permanence and permanence is None:
        reading.unplaced.append(Row(PREVIOUS_PERMANENCE, 1, {}, problems))
    for table in tables:
        for row in table.rows:
            reading.take(row)
    for table in tables:
        for row in table.broken:
            reading.leave_out(row)
    notes = (*_not_read(folder, also_read), *(note for table in tables for note in table.oddities()))
    if header is None or episodes is None:  # what else is wrong has been found all the same
        raise BadInput(problems)
    found = Return(reading.children(), notes, reading.touched())
    if problems:
        raise BadInput(problems, found)
    return found


def _not_read(folder: Path, also_read: Iterable[Path | None]) -> Iterator[str]:
    ours = {folder / name for name in (HEADER, EPISODES, PREVIOUS_PERMANENCE)}
    read = {path.resolve() for path in (*ours, *also_read) if path is not None}
    for path in sorted(folder.iterdir()):
        if path.resolve() not in read:
            yield f"{path.name} is not read"


@frozen
class _Episode:
    """One row of episodes.csv whose cells could all be read."""

    row: Row
    began: date
    new: str
    status: str
    ended: date | None
    reason: Ended | None
    code: str
    need: Need | None
    accommodated: bool | None

    @property
    def the_next_day(self) -> date:
        """The first day on which it can have ended: no episode begins and ends on one day."""
        return self.began + timedelta(days=1)

    @property
    def said(self) -> tuple[object, ...]:
        return (self.began, self.new, self.status, self.ended, self.code, self.need, self.accommodated)


@frozen
class _Taken:
    """What the files say of one child, as far as it could be read."""

    rows: dict[str, list[Row]] = field(factory=dict[str, list[Row]])
    births: list[tuple[date, Row]] = field(factory=list[tuple[date, Row]])
    episodes: list[_Episode] = field(factory=list[_Episode])
    previous: list[tuple[Order | None, Instant | None, Row]] = field(
        factory=list[tuple[Order | None, Instant | None, Row]]
    )
    broken: list[Row] = field(factory=list[Row])


NOT_COMPLETE = (
    "names no child that is known, and may be about this one: no list of care or of orders is taken as complete"
)


@frozen
class _Reading:
    complete: tuple[Family, ...]
    as_at: date | None
    taken: dict[str, _Taken] = field(factory=dict[str, _Taken])
    unplaced: list[Row] = field(factory=list[Row])

    def take(self, row: Row) -> None:
        child = row.text("CHILD")
        if not child:
            row.wrong("CHILD", "is empty. Every row names its child.")
            self.unplaced.append(row)
            return
        taken = self.taken.setdefault(child, _Taken())
        taken.rows.setdefault(row.file, []).append(row)
        before = len(row.problems)
        {HEADER: _take_header, EPISODES: _take_episode, PREVIOUS_PERMANENCE: _take_previous}[row.file](row, taken)
        if len(row.problems) > before:
            taken.broken.append(row)

    def leave_out(self, row: Row) -> None:
        """Takes note of a row that could not be read: of its child, where it names one that the files know of."""
        taken = self.taken.get(row.text("CHILD"))
        if taken is None:
            self.unplaced.append(row)
        else:
            taken.broken.append(row)

    def touched(self) -> frozenset[str]:
        """The children whom a problem touches."""
        return frozenset(id for id, taken in self.taken.items() if taken.broken)

    def children(self) -> tuple[Child, ...]:
        """The children that no problem touches.

        A row that cannot be given to a child may be about any of them, so then no list of care or of orders is taken as
        complete.
        """
        complete = [family for family in self.complete if not self.unplaced or family not in (CARE, PERMANENCE)]
        doubts = tuple(_warning(NOT_COMPLETE, row) for row in self.unplaced)
        children = [_child(id, taken, complete, self.as_at) for id, taken in self.taken.items() if not taken.broken]
        return tuple(evolve(child, warnings=(*child.warnings, *doubts)) for child in children)


# --- one row --------------------------------------------------------------------------------------------------


def _take_header(row: Row, taken: _Taken) -> None:
    born = row.day("DOB", needed=False)
    if born is not None:
        taken.births.append((born, row))


def _take_episode(row: Row, taken: _Taken) -> None:
    began = row.day("DECOM")
    new = row.code("RNE", REASON_FOR_NEW_EPISODE)
    status = row.code("LS", LEGAL_STATUS)
    ended = row.day("DEC", needed=False)
    code = row.code("REC", REASON_CEASED, needed=False)
    need = row.code("CIN", NEEDS, needed=False)
    if began is not None and ended is not None and ended < began:
        row.wrong("DEC", "is earlier than DECOM. An episode ends after it begins; correct one of the two.")
    place = row.text("PLACE")
    if place and not PLACE_CODE.fullmatch(place):
        row.wrong(
            "PLACE", "is not a placement code. It takes a capital letter and one or two digits, such as U6 or P1."
        )
    if began is None or new is None or status is None:
        return
    taken.episodes.append(
        _Episode(
            row, began, new, status, ended, REASON_CEASED[code] if code else None, code or "",
            NEEDS[need] if need else None, None if not place else place != WITH_PARENTS,
        )
    )  # fmt: skip


_PARTIAL = re.compile(r"(\d{2}|zz)/(\d{2}|zz)/(\d{4}|zzzz)", re.IGNORECASE)


def _take_previous(row: Row, taken: _Taken) -> None:
    if not row.text("PREV_PERM"):
        return
    code = row.code("PREV_PERM", PREVIOUS)
    when = _partial_date(row) if row.text("DATE_PERM") else None
    if code is not None:
        taken.previous.append((PREVIOUS[code], when, row))


def _partial_date(row: Row) -> Instant | None:
    """A date that may lack its day or month, as zz/05/2020 or zz/zz/2020; None where nothing of it is known."""
    parts = _PARTIAL.fullmatch(row.text("DATE_PERM"))
    if parts is None or "z" not in row.text("DATE_PERM").lower():
        return row.moment("DATE_PERM", clock=False)
    day, month, year = (part.lower() for part in parts.groups())
    if year == "zzzz":
        if (day, month) != ("zz", "zz"):
            row.wrong("DATE_PERM", "knows a day or month and no year. Write zz/zz/zzzz where the year is not known.")
        return None
    if day != "zz":
        row.wrong("DATE_PERM", "knows a day and no month. Write zz/zz/2020 where only the year is known.")
        return None
    try:
        return Instant.of(year if month == "zz" else f"{year}-{month}")
    except NotADate:
        row.wrong("DATE_PERM", "is a date that does not exist. Check the month.")
        return None


# --- one child ------------------------------------------------------------------------------------------------


def _child(id: str, taken: _Taken, complete: Sequence[Family], as_at: date | None) -> Child:
    warnings: list[DataWarning] = []
    born = _born(taken, warnings)
    _is_in_the_files(taken, warnings)
    episodes = _in_order(taken.episodes, warnings)
    records: list[Record] = list(_joined(_records(episodes, warnings)))
    if born is not None and any(episode.began < date.fromordinal(born.first_day) for episode in episodes):
        warnings.append(_warning("an episode began before the child was born", episodes[0].row))
        if any(episode.ended is not None and episode.ended.toordinal() <= born.first_day for episode in episodes):
            warnings.append(
                _warning("an episode ended before the child was born; DOB is not relied on", taken.births[0][1])
            )
            born = None
    if as_at is not None:
        warnings += [
            _warning("has a date later than the day the records were drawn; it is taken at its word", episode.row)
            for episode in episodes
            if max(episode.began, episode.ended or episode.began) > as_at
        ]
    records += _previous_permanence(taken, episodes, born, warnings)
    return Child(
        id,
        born=born,
        died=_once(Ended.DIED, episodes, warnings),
        adult_from=_once(Ended.ASSESSED_ADULT, episodes, warnings),
        history=records,
        complete=[Complete(family) for family in complete],
        as_at=as_at,
        warnings=warnings,
    )


def _warning(says: str, row: Row) -> DataWarning:
    return DataWarning(says, row.source)


def _born(taken: _Taken, warnings: list[DataWarning]) -> Instant | None:
    if not taken.births:
        if HEADER in taken.rows:
            warnings.append(_warning("DOB is empty, so the date of birth is not known", taken.rows[HEADER][0]))
        return None
    dates = sorted({born for born, _ in taken.births})
    if len(taken.births) > 1:
        row = taken.births[1][1]
        if len(dates) == 1:
            warnings.append(_warning("the child is here twice; one row is used", row))
        else:
            warnings.append(
                _warning("the child is here twice with different dates of birth; it is taken to be one of them", row)
            )
    return Instant.between(dates[0], dates[-1]) if len(dates) > 1 else Instant.of(dates[0])


def _is_in_the_files(taken: _Taken, warnings: list[DataWarning]) -> None:
    if HEADER not in taken.rows:
        row = next(iter(taken.rows.values()))[0]
        warnings.append(_warning(f"the child is not in {HEADER}, so the date of birth is not known", row))
    if EPISODES not in taken.rows:
        row = next(iter(taken.rows.values()))[0]
        warnings.append(_warning(f"the child has no row in {EPISODES}", row))


def _in_order(episodes: Iterable[_Episode], warnings: list[DataWarning]) -> list[_Episode]:
    """The episodes as they followed each other, without rows that are there twice."""
    kept: list[_Episode] = []
    seen: set[tuple[object, ...]] = set()
    for episode in sorted(episodes, key=lambda one: (one.began, one.ended or date.max)):
        if episode.said in seen:
            warnings.append(_warning("the same episode is here twice; one row is used", episode.row))
            continue
        seen.add(episode.said)
        kept.append(episode)
    return kept


def _records(episodes: Sequence[_Episode], warnings: list[DataWarning]) -> Iterator[CareSpell]:
    reached: date | None = None
    for place, episode in enumerate(episodes):
        later = episodes[place + 1] if place + 1 < len(episodes) else None
        _check(episode, warnings)
        start = _start(episode, reached, first=place == 0, warnings=warnings)
        end, reason = _end(episode, later, warnings)
        if reached is not None and episode.began < reached:
            warnings.append(
                _warning("overlaps an earlier episode; the child is taken to be in care in both", episode.row)
            )
        reached = max(filter(None, (reached, date.max if end is None else date.fromordinal(end.last_day))))
        yield _fact(episode, start, end, reason)


def _check(episode: _Episode, warnings: list[DataWarning]) -> None:
    row = episode.row
    if episode.ended == episode.began:
        warnings.append(_warning("begins and ends on the same day", row))
    if episode.reason in (Ended.CUSTODY, Ended.REMAND_ENDED) and episode.status in _ORDERS:
        warnings.append(
            _warning(f"REC {episode.code} does not end an order, so from DEC on it is not known whether the child was "
                     "in care", row)
        )  # fmt: skip
    if episode.accommodated is False and episode.status not in _ORDERS:
        warnings.append(
            _warning(f"PLACE {WITH_PARENTS} is with a parent and LS {episode.status} is accommodation by the council; "
                     "whether there was any is not known", row)
        )  # fmt: skip
    first, until = CODE_YEARS.get(episode.code, (None, None))
    ended = episode.ended
    if ended is not None and ((first is not None and ended < first) or (until is not None and ended >= until)):
        warnings.append(_warning(f"REC {episode.code} was not in use in the year of DEC; it is taken at its word", row))
    if episode.status == "D1" and episode.began > NO_FREEING_ORDER_SOUGHT_AFTER:
        warnings.append(
            _warning("LS D1 is a freeing order, and none could be sought by then; it is taken at its word", row)
        )


def _start(episode: _Episode, reached: date | None, *, first: bool, warnings: list[DataWarning]) -> Instant:
    """When the care that a row tells of began: for a first row whose reason is not S, at an unknown time before it."""
    began = Instant.of(episode.began)
    if episode.new == STARTED:
        return began
    if first:
        return Instant.between(None, began)
    if reached is not None and reached < episode.began:
        warnings.append(
            _warning(f"RNE {episode.new} follows on from an earlier episode, and none reaches to DECOM; between them "
                     "it is not known whether the child was in care", episode.row)
        )  # fmt: skip
        return Instant.between(reached, began)
    return began


def _end(episode: _Episode, later: _Episode | None, warnings: list[DataWarning]) -> tuple[Instant | None, Ended | None]:
    row, ended, reason = episode.row, episode.ended, episode.reason
    if ended is not None:
        if reason is None:
            warnings.append(_warning("DEC is filled and REC is empty; why the episode ended is not known", row))
            return Instant.of(ended), Ended.NOT_RECORDED
        if reason is Ended.CONTINUES and (later is None or later.began > ended):
            warnings.append(
                _warning("REC X1 says that another episode begins on the day of DEC, and none does; from then on it is "
                         "not known whether the child was in care", row)
            )  # fmt: skip
        return Instant.of(ended), reason
    if later is not None:
        if later.new != STARTED:
            warnings.append(
                _warning("is open although a later episode follows on; it is taken to have ended then", row)
            )
            return Instant.of(max(later.began, episode.began)), Ended.CONTINUES
        if reason is None:
            warnings.append(
                _warning("is open although care began anew later; whether and when it ended is not known", row)
            )
            return Instant.between(episode.the_next_day, None), Ended.NOT_RECORDED
        warnings.append(_warning("is open although care began anew later; when it ended is not known", row))
        return Instant.between(episode.the_next_day, max(later.began, episode.the_next_day)), reason
    if reason is Ended.CONTINUES:
        warnings.append(_warning("is open although REC X1 says that it was continued; it is taken to be open", row))
        return None, None
    if reason is None:
        return None, None
    warnings.append(_warning(f"has REC {episode.code} and no DEC; whether and when it ended is not known", row))
    return Instant.between(episode.the_next_day, None), reason


def _fact(episode: _Episode, start: Instant, end: Instant | None, reason: Ended | None) -> CareSpell:
    said = {
        "start": start,
        "end": end,
        "ended_by": reason,
        "need": episode.need,
        "accommodated": episode.accommodated,
        "source": episode.row.source,
    }
    status = episode.status
    if status in _ORDERS:
        return _ORDERS[status](**said)  # type: ignore[arg-type]
    if status == "V4":
        return ShortBreakAgreement(**said)  # type: ignore[arg-type]
    if status == "J1":  # to local authority accommodation or to youth detention: the code does not say which
        return Remand(**said)  # type: ignore[arg-type]
    return Accommodation(power=_POWERS[status], short_break=status == "V3", **said)  # type: ignore[arg-type]


_ORDERS: dict[str, type[CareSpell]] = {
    "C1": InterimCareOrder,
    "C2": CareOrder,
    "D1": FreeingOrder,
    "E1": PlacementOrder,
}
_POWERS = {
    "V2": Power.S20,
    "V3": Power.S20,
    "L1": Power.S21_2A,
    "L2": Power.S21_1,
    "L3": Power.S43,
    "J2": Power.S21_2B,
    "J3": Power.S21_2C,
}


def _joined(records: Iterable[CareSpell]) -> Iterator[CareSpell]:
    """The records with those made one that follow on from each other with nothing changed but the placement."""
    held: CareSpell | None = None
    for record in records:
        if held is not None and _follows_on(held, record):
            assert held.source is not None
            assert record.source is not None
            rows = Source(record.source.file, (*held.source.rows, *record.source.rows))
            held = evolve(held, end=record.end, ended_by=record.ended_by, source=rows)
            continue
        if held is not None:
            yield held
        held = record
    if held is not None:
        yield held


def _follows_on(earlier: CareSpell, later: CareSpell) -> bool:
    return (
        earlier.ended_by is Ended.CONTINUES
        and earlier.end == later.start
        and later.start.is_one_day
        and evolve(earlier, start=later.start, end=later.end, ended_by=later.ended_by) == later
    )


def _once(what: Ended, episodes: Sequence[_Episode], warnings: list[DataWarning]) -> Instant | None:
    """When the child died, or was found to be an adult; uncertain where a later row says that the child was in care."""
    said = [episode for episode in episodes if episode.reason is what]
    if not said:
        return None
    first, last = said[0], said[-1]
    if any(episode.ended is None for episode in said):
        return Instant.between(min(episode.ended or episode.the_next_day for episode in said), None)
    days = sorted(filter(None, (episode.ended for episode in said)))
    if any(episode not in said and (episode.ended is None or episode.ended > days[-1]) for episode in episodes):
        warnings.append(_warning(f"REC {last.code} is followed by a later time in care; it is not relied on", last.row))
        return Instant.between(days[0], None)
    if days[0] != days[-1]:
        warnings.append(_warning(f"REC {first.code} is here with another day; it is taken to be one of them", last.row))
    return Instant.between(days[0], days[-1])


def _previous_permanence(
    taken: _Taken, episodes: Sequence[_Episode], born: Instant | None, warnings: list[DataWarning]
) -> Iterator[PreviousPermanence]:
    entered = [episode.began for place, episode in enumerate(episodes) if place == 0 or episode.new == STARTED]
    said: set[tuple[Order | None, Instant | None]] = set()
    for order, when, row in taken.previous:
        if (order, when) in said:
            warnings.append(_warning("the same earlier order is here twice; one row is used", row))
            continue
        said.add((order, when))
        if order is Order.NONE:
            if when is not None:
                warnings.append(_warning("PREV_PERM Z1 says that there was no order, and DATE_PERM dates one", row))
            if entered:
                yield PreviousPermanence(order=order, at=Instant.of(min(entered)), source=row.source)
            continue
        at = before = Instant.between(None, max(entered) if entered else None)
        if when is not None and when.first_day > before.last_day:
            warnings.append(
                _warning(
                    "DATE_PERM is later than the last time that the child came into care; it is not relied on", row
                )
            )
        elif when is not None and born is not None and when.last_day < born.first_day:
            warnings.append(_warning("DATE_PERM is earlier than the child's birth; it is not relied on", row))
        elif when is not None:
            at = when if when.last_day <= before.last_day else Instant(when.first_day, before.last_day)
        yield PreviousPermanence(order=order, at=at, source=row.source)
