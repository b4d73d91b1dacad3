"""Knows what is on record about a child: dates and names, no opinion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, TypeVar, cast

from attrs import evolve, field, frozen

from carepolicy.errors import BadRecord, UnknownName
from carepolicy.time.attendance import Attendance
from carepolicy.time.days import EVERY_DAY, FIRST_ORDINAL, LAST_ORDINAL, Days, between, ordinals, union
from carepolicy.time.instants import UNKNOWN_TIME, Instant, Moment

Member = TypeVar("Member", bound=Enum)


@frozen
class Family:
    """A family of records that can be listed as complete together.

    Args:
        name: how it is written in files and on the command line.
        called: its records, as a plural noun phrase.
    """

    name: str
    called: str = field(default="", eq=False, repr=False)

    @property
    def complete_record(self) -> str:
        """What a list of all of it would be, in words a school can act on."""
        return f"a complete list of the child's {self.called or self.name}"

    def __str__(self) -> str:
        return self.name


CARE = Family("care", "records of care")
PERMANENCE = Family("permanence", "adoption, special guardianship and child arrangements orders")
SOCIAL_WORK = Family("social_work", "social workers and plans")
SCHOOLING = Family("schooling", "records of schooling")
CARE_REVIEWS = Family("care_reviews", "reviews of care")
FAMILIES = (CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING, CARE_REVIEWS)


def family_named(name: str | Family) -> Family:
    """A family of records by how it is written in files and on the command line.

    Args:
        name: such as "care". A family that a profile adds is given as itself.

    Raises:
        UnknownName: when no family here is written so.

    >>> family_named("care") is CARE
    True
    """
    if isinstance(name, Family):
        return name
    for family in FAMILIES:
        if family.name == name:
            return family
    raise UnknownName(f"There is no family of records of that name. There are: {', '.join(map(str, FAMILIES))}.")


@frozen
class Source:
    """Where a record came from, so that a reason can say so.

    Args:
        file: the file's name, without its folder.
        rows: the rows it was read from, as a spreadsheet numbers them.
    """

    file: str
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        if not self.rows:
            return self.file
        word = "row" if len(self.rows) == 1 else "rows"
        return f"{self.file} {word} {', '.join(map(str, self.rows))}"


class Power(Enum):
    """The power under which a council provides accommodation. Section numbers are of the Children Act 1989."""

    S20 = "s.20"
    S20_1 = "s.20(1)"
    S20_3 = "s.20(3)"
    S20_4 = "s.20(4)"
    S20_5 = "s.20(5)"
    S21_1 = "s.21(1)"
    S21_2A = "s.21(2)(a)"
    S21_2B = "s.21(2)(b)"
    S21_2C = "s.21(2)(c)"
    S43 = "s.43"
    LASPO_92 = "LASPO s.92"
    S17_6 = "s.17(6)"
    S23B_8 = "s.23B(8)"
    S24B_5 = "s.24B(5)"


class Provider(Enum):
    """Who provided, or played the major role in arranging, where a child stayed: [2007] EWCA Civ 182."""

    COUNCIL = "the council"
    OTHERS = "somebody else"


class Jurisdiction(Enum):
    """Whose law a child was in care under."""

    ENGLAND = "England"
    WALES = "Wales"
    ENGLAND_OR_WALES = "England or Wales, not known which"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"
    ABROAD = "outside the United Kingdom"


class Weight(Enum):
    """How much a piece of evidence can carry, the strongest first."""

    RECORDED = "on record"
    DECLARED = "declared, with no record seen"
    FLAGGED = "flagged in a school's system, with no dates"


class RemandedTo(Enum):
    """Where a remand sends a child: Legal Aid, Sentencing and Punishment of Offenders Act 2012, ss.91-92."""

    LOCAL_AUTHORITY_ACCOMMODATION = "local authority accommodation"
    YOUTH_DETENTION = "youth detention accommodation"


class Order(Enum):
    """An order, or the lack of one, by which a child may leave care to live with somebody for good."""

    ADOPTION = "adoption order"
    SPECIAL_GUARDIANSHIP = "special guardianship order"
    CHILD_ARRANGEMENTS = "child arrangements order saying with whom the child lives"
    NONE = "no such order"


class Ended(Enum):
    """Why a stay in care ended, in the terms of the council's return."""

    CONTINUES = "another record of care begins the same day"
    ADOPTION = "adopted"
    SPECIAL_GUARDIANSHIP = "special guardianship order made"
    CHILD_ARRANGEMENTS = "child arrangements or residence order made"
    DIED = "died"
    TRANSFERRED = "care taken over by another authority"
    HOME_PLANNED = "home to a person with parental responsibility, as planned"
    HOME_UNPLANNED = "home to a person with parental responsibility, unplanned"
    LIVES_WITH_OTHERS = "left to live with somebody without parental responsibility"
    INDEPENDENT = "independent living"
    ADULT_SERVICES = "care funded by adult services"
    CUSTODY = "sentenced to custody"
    REMAND_ENDED = "accommodation on remand ended"
    ASSESSED_ADULT = "age assessed as 18 or over"
    MOVED_ABROAD = "moved abroad"
    STAYED_PUT = "18 or over and stayed with the same carers"
    OTHER = "another reason"
    NOT_RECORDED = "reason not recorded"


class Meeting(Enum):
    """A meeting about a child at school."""

    PEP_MEETING = "PEP meeting"
    PEP_REVIEW = "PEP review"
    RETURN_MEETING = "meeting on return"


class Review(Enum):
    """What a review of a PEP was called for."""

    ROUTINE = "routine"
    EMERGENCY = "emergency"
    ATTENDANCE = "attendance"
    PROGRESS = "progress"
    TARGETS = "targets"


class Need(Enum):
    """Primary need, in the codes of the children in need census."""

    NOT_STATED = "N0"
    ABUSE_OR_NEGLECT = "N1"
    DISABILITY = "N2"
    PARENTAL_ILLNESS_OR_DISABILITY = "N3"
    ACUTE_STRESS = "N4"
    DYSFUNCTION = "N5"
    UNACCEPTABLE_BEHAVIOUR = "N6"
    LOW_INCOME = "N7"
    ABSENT_PARENTING = "N8"
    NOT_IN_NEED = "N9"


def member_of(kind: type[Member], value: Member | str | None) -> Member | None:
    """A member of an enumeration, also by the text it is written as, so that a misspelling is never a silent "no".

    Args:
        kind: which enumeration, such as `Power`.
        value: a member, its text, or None where nothing is recorded.

    Raises:
        BadRecord: when it is none of them.

    >>> member_of(Power, "s.20(1)")
    <Power.S20_1: 's.20(1)'>
    """
    if value is None or isinstance(value, kind):
        return value
    for member in kind:
        if member.value == value:
            return member
    name = kind.__name__
    listed = ", ".join(f"{name}.{member.name}" for member in kind)
    raise BadRecord(f"This is not a {name}. Give one of {listed}; or None where it is not recorded.")


CHOICES: dict[str, type[Enum]] = {
    "power": Power,
    "to": RemandedTo,
    "order": Order,
    "by": Order,
    "ended_by": Ended,
    "need": Need,
    "provided_by": Provider,
    "jurisdiction": Jurisdiction,
    "weight": Weight,
    "meeting": Meeting,
    "review": Review,
}
"""The fields of records that hold a member of an enumeration, and of which."""


def _power(value: Power | str | None) -> Power | None:
    return member_of(Power, value)


def _remanded_to(value: RemandedTo | str | None) -> RemandedTo | None:
    return member_of(RemandedTo, value)


def _order(value: Order | str | None) -> Order | None:
    return member_of(Order, value)


def _ended(value: Ended | str | None) -> Ended | None:
    return member_of(Ended, value)


def _need(value: Need | str | None) -> Need | None:
    return member_of(Need, value)


def _provider(value: Provider | str | None) -> Provider | None:
    return member_of(Provider, value)


def _jurisdiction(value: Jurisdiction | str | None) -> Jurisdiction | None:
    return member_of(Jurisdiction, value)


def _meeting(value: Meeting | str) -> Meeting:
    found = member_of(Meeting, value)
    if found is None:
        raise BadRecord(f"This says which meeting it is about: one of {', '.join(str(one.value) for one in Meeting)}.")
    return found


def _review(value: Review | str | None) -> Review | None:
    return member_of(Review, value)


def _weight(value: Weight | str) -> Weight:
    found = member_of(Weight, value)
    if found is None:
        raise BadRecord("A weight is always one of Weight's; leave it out for what is on record.")
    return found


def _yes_no_or_none(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise BadRecord("This takes True, False, or None where it is not recorded.")


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise BadRecord("This takes True or False.")


def _instant(value: Moment | Instant) -> Instant:
    return Instant.of(value)


def _optional_instant(value: Moment | Instant | None) -> Instant | None:
    return None if value is None else Instant.of(value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _optional_day(value: date | None) -> date | None:
    if value is None or _is_day(value):
        return value
    raise BadRecord("A day of entry is a date, such as date(2026, 3, 31). Give one, or leave it out.")


@frozen(kw_only=True, repr=False)
class Record:
    """One thing on record about a child.

    Args:
        ref: an opaque identifier, by which another record can say what it is about.
        source: where it was read.
        entered: the day it was entered, where that matters; with none, it is taken to have been known throughout.
        weight: how much it can carry: a record, a declaration, or a flag in a school's system.
    """

    ref: str | None = None
    source: Source | None = field(default=None, eq=False)
    entered: date | None = field(default=None, converter=_optional_day)
    weight: Weight = field(default=Weight.RECORDED, converter=_weight)

    family: ClassVar[Family] = SCHOOLING
    label: ClassVar[str] = "record"
    """A noun phrase: it reads well after "no", "of" and "by"."""
    event: ClassVar[str] = ""
    """How it is told as the start of a clock, where "the" and the label do not say it."""
    sure: ClassVar[bool] = True
    """A record is taken to have happened; what the law only infers from records may not be sure."""

    @classmethod
    def told_as(cls) -> str:
        """How it is told as the start of a clock: it reads well after "20 school days after"."""
        return cls.event or f"the {cls.label}"

    @property
    def kind(self) -> type[Record]:
        """What kind of record this is."""
        return type(self)

    @property
    def names(self) -> frozenset[str]:
        """What it is called, and what it says that it is about: records that share one belong together."""
        return frozenset() if self.ref is None else frozenset({self.ref})

    def known_at(self, day: date) -> Record | None:
        """The record as it was known on an earlier day, or None where it had not been entered."""
        return None if self.entered is not None and self.entered > day else self

    def __repr__(self) -> str:
        about = f" {self.ref}" if self.ref else ""
        return f"<{type(self).__name__}{about}{f' from {self.source}' if self.source else ''}>"


@frozen(kw_only=True, repr=False)
class Spell(Record):
    """Something that lasted: half-open, its first day counts and its last does not.

    Args:
        start: when it began.
        end: when it ended; None where it was still running when the record was drawn.
        end_entered: the day its end was entered, where that matters.

    Raises:
        BadRecord: when it cannot but end before it begins.
    """

    start: Instant = field(converter=_instant)
    end: Instant | None = field(default=None, converter=_optional_instant)
    end_entered: date | None = field(default=None, converter=_optional_day)

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end.before(self.start).holds:
            raise BadRecord(f"This record of {self.label} ends before it begins. Correct one of the two.")

    def known_at(self, day: date) -> Record | None:
        if self.entered is not None and self.entered > day:
            return None
        return (
            evolve(self, end=None, end_entered=None)
            if self.end_entered is not None and self.end_entered > day
            else self
        )


@frozen(kw_only=True, repr=False)
class Happening(Record):
    """Something that was done or happened at one moment.

    Args:
        at: when.
        about: the `ref` of the record that it is about, such as the suspension a notice tells of.
    """

    at: Instant = field(converter=_instant)
    about: str | None = None

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name in (self.ref, self.about) if name is not None)


# --- care: Children Act 1989 s.22(1)(a), Adoption and Children Act 2002 s.18(3), LASPO 2012 s.104 -------------


@frozen(kw_only=True, repr=False)
class CareSpell(Spell):
    """A time in care, or a basis for one.

    Args:
        ended_by: why it ended; None where nobody has said.
        need: the primary need on record at the time; with none, it is not taken to be the child's disability.
        accommodated: whether the council was providing accommodation meanwhile; None where that is not recorded.
        jurisdiction: of which country the council is that has the child in its care; None where that is not recorded.
    """

    ended_by: Ended | None = field(default=None, converter=_ended)
    need: Need | None = field(default=None, converter=_need)
    accommodated: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})
    jurisdiction: Jurisdiction | None = field(
        default=Jurisdiction.ENGLAND, converter=_jurisdiction, metadata={"may_be": Jurisdiction}
    )

    family: ClassVar[Family] = CARE
    label: ClassVar[str] = "time in care"


class CareOrder(CareSpell):
    """A full care order: Children Act 1989, s.31(1)(a)."""

    __slots__ = ()
    label = "care order"


class InterimCareOrder(CareSpell):
    """An interim care order: Children Act 1989, s.38."""

    __slots__ = ()
    label = "interim care order"


class PlacementOrder(CareSpell):
    """A placement order: Adoption and Children Act 2002, s.21."""

    __slots__ = ()
    label = "placement order"


class PlacementByConsent(CareSpell):
    """The council is authorised by a parent's consent to place for adoption, or has placed: ACA 2002, ss.18-19."""

    __slots__ = ()
    label = "adoption placement by consent"


class PlacementOrderPending(CareSpell):
    """The council must apply, or has applied, for a placement order, and nothing is decided: ACA 2002, s.22(4)."""

    __slots__ = ()
    label = "undecided application for a placement order"


class FreeingOrder(CareSpell):
    """A freeing order under the Adoption Act 1976; none could be sought after 30 December 2005."""

    __slots__ = ()
    label = "freeing order"


@frozen(kw_only=True, repr=False)
class Remand(CareSpell):
    """A remand by a court: LASPO 2012, ss.92 and 104.

    Args:
        to: local authority accommodation or youth detention accommodation; None where that is not recorded.
        planned_end: when it is planned to end.
    """

    to: RemandedTo | None = field(default=None, converter=_remanded_to, metadata={"may_be": RemandedTo})
    planned_end: Instant | None = field(default=None, converter=_optional_instant)

    label: ClassVar[str] = "remand"


@frozen(kw_only=True, repr=False)
class Accommodation(CareSpell):
    """A stay in accommodation that a council provided or arranged.

    Args:
        power: the power it was provided under; None where that is not recorded.
        planned_end: when it is planned to end; it decides the 24-hour test while the stay is shorter than that.
        short_break: whether it is one of a series of short breaks.
        provided_by: who provided it, or played the major role in arranging it; None where that is not recorded.
    """

    power: Power | None = field(default=None, converter=_power, metadata={"may_be": Power})
    planned_end: Instant | None = field(default=None, converter=_optional_instant)
    short_break: bool = field(default=False, converter=_yes_or_no)
    provided_by: Provider | None = field(default=Provider.COUNCIL, converter=_provider, metadata={"may_be": Provider})

    label: ClassVar[str] = "accommodation by the council"


class ShortBreakAgreement(CareSpell):
    """An agreed series of short breaks of which only the agreement is on record: its dates are not stays."""

    __slots__ = ()
    label = "agreement for short breaks"


class CareUnderOtherLaw(CareSpell):
    """Care by an authority outside England under the law of that country: name it by `jurisdiction`."""

    __slots__ = ()
    label = "care by an authority outside England"

    def __attrs_post_init__(self) -> None:
        Spell.__attrs_post_init__(self)
        if self.jurisdiction is Jurisdiction.ENGLAND:
            raise BadRecord(
                "Care under another country's law names the country: jurisdiction=Jurisdiction.SCOTLAND, or None where "
                "it is not recorded. For an English council's care give its legal basis, such as CareOrder."
            )


class ReportedInCare(CareSpell):
    """The child is said to be in care, by somebody, and the legal basis is not recorded."""

    __slots__ = ()
    label = "time in care as reported"


# --- permanence: the orders by which a child leaves care ------------------------------------------------------


@frozen(kw_only=True, repr=False)
class PermanenceOrder(Happening):
    """An order that settles where a child lives. Its day is the day the court made it.

    Args:
        ended: when it stopped being in force, where it has.
    """

    ended: Instant | None = field(default=None, converter=_optional_instant)

    family: ClassVar[Family] = PERMANENCE
    label: ClassVar[str] = "order"


class AdoptionOrder(PermanenceOrder):
    """An adoption order made in England or Wales: ACA 2002, s.46; Adoption Act 1976 before that."""

    __slots__ = ()
    label = "adoption order"


class SpecialGuardianshipOrder(PermanenceOrder):
    """A special guardianship order: Children Act 1989, s.14A."""

    __slots__ = ()
    label = "special guardianship order"


@frozen(kw_only=True, repr=False)
class ChildArrangementsOrder(PermanenceOrder):
    """A child arrangements order, or a residence order made before 22 April 2014.

    Args:
        living: whether it says with whom, or when, the child is to live; None where that is not recorded.
        with_birth_parent: whether that is a birth parent; None where that is not recorded.
    """

    living: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})
    with_birth_parent: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "child arrangements order"


@frozen(kw_only=True, repr=False)
class AdoptionAbroad(PermanenceOrder):
    """An adoption outside England and Wales, Scotland and Northern Ireland included.

    Args:
        from_state_care: whether the child was in state care before it; None where that is not known.
    """

    from_state_care: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "adoption outside England and Wales"


@frozen(kw_only=True, repr=False)
class PreviousPermanence(Happening):
    """What a council recorded, when a child came into care, about an earlier time in care that an order had ended.

    Args:
        at: when the order was made; for `Order.NONE`, the day up to which there had been none.
        order: which order, `Order.NONE` where there was none, None where it was not known.
    """

    at: Instant = field(default=UNKNOWN_TIME, converter=_instant)
    order: Order | None = field(default=None, converter=_order, metadata={"may_be": Order})

    family: ClassVar[Family] = PERMANENCE
    label: ClassVar[str] = "earlier permanence order"


@frozen(kw_only=True, repr=False)
class LeftCare(Happening):
    """The child left care, as somebody states it, with or without an order.

    Args:
        by: the order as a result of which care ended, `Order.NONE` where it was not by one, None where not known.
        with_birth_parent: whether the child left to live with a birth parent; None where that is not recorded.
        order_ended: when that order stopped being in force, where it has.
        jurisdiction: of which country the council is that had the child in its care; None where that is not recorded.
    """

    by: Order | None = field(default=None, converter=_order, metadata={"may_be": Order})
    with_birth_parent: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})
    order_ended: Instant | None = field(default=None, converter=_optional_instant)
    jurisdiction: Jurisdiction | None = field(
        default=Jurisdiction.ENGLAND, converter=_jurisdiction, metadata={"may_be": Jurisdiction}
    )

    family: ClassVar[Family] = CARE
    label: ClassVar[str] = "leaving care"


# --- social work: Children Act 1989, s.17 ---------------------------------------------------------------------


@frozen(kw_only=True, repr=False)
class SocialWorkSpell(Spell):
    """An involvement of children's social care.

    Args:
        need: the primary need on record; None where it is not recorded.
    """

    need: Need | None = field(default=None, converter=_need, metadata={"may_be": Need})

    family: ClassVar[Family] = SOCIAL_WORK
    label: ClassVar[str] = "social work involvement"


@frozen(kw_only=True, repr=False)
class SocialWorker(SocialWorkSpell):
    """A social worker of the council's children's services, allocated to this child and not only to a relative.

    Args:
        assessed_in_need: whether the child had been assessed as in need under s.17; None where that is not recorded.
    """

    assessed_in_need: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "social worker"

    @property
    def counts_as_in_need(self) -> bool | None:
        """Whether the child counts as assessed as in need: not where the need on record is that there is none.

        Source: law notes SW-5, for workers such as those of adoption support.
        """
        return False if self.need is Need.NOT_IN_NEED else self.assessed_in_need

    def __attrs_post_init__(self) -> None:
        Spell.__attrs_post_init__(self)
        if self.need is Need.NOT_IN_NEED and self.assessed_in_need:
            raise BadRecord(
                "This child is assessed as in need, and its need is N9, not in need. Correct one of the two."
            )


class ChildInNeedPlan(SocialWorkSpell):
    """A child in need plan, whoever leads it."""

    __slots__ = ()
    label = "child in need plan"


class ChildProtectionPlan(SocialWorkSpell):
    """A child protection plan."""

    __slots__ = ()
    label = "child protection plan"


@frozen(kw_only=True, repr=False)
class SocialWorkInquiry(SocialWorkSpell):
    """Social work done to find out whether a child is in need.

    Args:
        led_to_services: whether it found the child to be in need and led to services; None while there is no outcome.
    """

    led_to_services: bool | None = field(default=None, converter=_yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "social work inquiry"


class ChildInNeedAssessment(SocialWorkInquiry):
    """An assessment under s.17 carried out by a social worker."""

    __slots__ = ()
    label = "assessment under s.17"


class ChildProtectionEnquiry(SocialWorkInquiry):
    """An enquiry under s.47 carried out by a social worker."""

    __slots__ = ()
    label = "enquiry under s.47"


@frozen(kw_only=True, repr=False)
class LeadPractitioner(SocialWorkSpell):
    """A lead practitioner who is not a social worker, for a child in need under s.17.

    Args:
        assessed_in_need: whether the child had been assessed as in need under s.17; None where that is not recorded.
    """

    assessed_in_need: bool | None = field(default=True, converter=_yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "lead practitioner who is not a social worker"


# --- schooling ------------------------------------------------------------------------------------------------


class JoinedSchool(Happening):
    """The child was admitted to the school's roll."""

    __slots__ = ()
    label = "joining the school"
    event = "joining the school"


class LeftSchool(Happening):
    """The child left the school."""

    __slots__ = ()
    label = "leaving the school"
    event = "leaving the school"


class PepCompleted(Happening):
    """A personal education plan was completed."""

    __slots__ = ()
    label = "completed PEP"


@frozen(kw_only=True, repr=False)
class PepMeetingHeld(Happening):
    """A PEP meeting, held or planned for this day.

    Args:
        chair: who chaired it, as a role; None where that is not recorded.
        chair_agreed: whether it was agreed that somebody other than the designated teacher chairs.
    """

    chair: str | None = None
    chair_agreed: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "PEP meeting"


@frozen(kw_only=True, repr=False)
class PepReviewed(Happening):
    """The PEP was reviewed.

    Args:
        several_agencies: whether several agencies met for it; None where that is not recorded.
    """

    several_agencies: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "PEP review"


@frozen(kw_only=True, repr=False)
class PepSectionCompleted(Happening):
    """Somebody's part of the PEP was completed ahead of a meeting.

    Args:
        role: whose part, as a role; never a person's name.
    """

    role: str

    label: ClassVar[str] = "part of the PEP"


class PepTargetsMissed(Happening):
    """A check found targets of the PEP unmet."""

    __slots__ = ()
    label = "finding that targets were missed"


@frozen(kw_only=True, repr=False)
class ProgressAssessed(Happening):
    """The child's progress was assessed.

    Args:
        below_average: whether it was below the average it was compared with; None where it was compared with none.
    """

    below_average: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "assessment of progress"


@frozen(kw_only=True, repr=False)
class Suspended(Happening):
    """The child was suspended for a number of school days. Its moment is the decision.

    Args:
        days: how long, in school days; None where that is not recorded.
        first_day: the first day out, where it is not the day of the decision.
        lunchtime: whether only lunchtimes were barred: each counts as half a school day, and the child is at lessons.

    Source: SI 2012/1033, reg.2(2) for lunchtimes.
    """

    days: int | None = None
    first_day: Instant | None = field(default=None, converter=_optional_instant)
    lunchtime: bool = field(default=False, converter=_yes_or_no)

    label: ClassVar[str] = "suspension"

    def __attrs_post_init__(self) -> None:
        whole = isinstance(self.days, int) and not isinstance(self.days, bool)
        if self.days is not None and (not whole or self.days < 1):
            raise BadRecord(
                "A suspension lasts a whole number of school days, at least 1. "
                "Correct its days, or leave them out if not known."
            )
        if self.first_day is not None and self.first_day.on_earlier_day(self.at).holds:
            raise BadRecord(
                "This suspension begins before it was decided. Correct its first day, or leave it out where it is the "
                "day of the decision."
            )


class PermanentlyExcluded(Happening):
    """The child was permanently excluded. Its moment is the decision."""

    __slots__ = ()
    label = "permanent exclusion"


class VirtualSchoolInformed(Happening):
    """The virtual school was told."""

    __slots__ = ()
    label = "notice to the virtual school"


class SocialWorkerInformed(Happening):
    """The child's social worker was told."""

    __slots__ = ()
    label = "notice to the social worker"


class PapersSentToVirtualSchool(Happening):
    """The exclusion papers went to the virtual school."""

    __slots__ = ()
    label = "papers sent to the virtual school"


class PapersSentToSocialWorker(Happening):
    """The exclusion papers went to the child's social worker."""

    __slots__ = ()
    label = "papers sent to the social worker"


class SentHomeUnrecorded(Happening):
    """The child was sent home, or kept out, with no formal record of a suspension."""

    __slots__ = ()
    label = "sending home without a recorded suspension"


class TakenOffRoll(Happening):
    """The child's name was deleted from the school's register."""

    __slots__ = ()
    label = "removal from the roll"


class NewPlacementStarted(Happening):
    """The child started at another school or education placement."""

    __slots__ = ()
    label = "start at the new education placement"


class EducationProvided(Happening):
    """Education was provided to an excluded child from this day."""

    __slots__ = ()
    label = "education provided during the exclusion"


class ApplicationReceived(Happening):
    """The school was asked to admit the child."""

    __slots__ = ()
    label = "application"


class ApplicationRefused(Happening):
    """The school turned down an application for the child."""

    __slots__ = ()
    label = "refusal of an application"


class AdmissionIssueRaised(Happening):
    """A difficulty over the child's admission was raised."""

    __slots__ = ()
    label = "difficulty over admission"


class AdmissionMeetingHeld(Happening):
    """The school met social care, the virtual school and admissions over the child's admission."""

    __slots__ = ()
    label = "meeting over admission"


class TransferredInYear(Happening):
    """The child moved to another school outside the normal round of admissions."""

    __slots__ = ()
    label = "in-year transfer"


class TransferAgreed(Happening):
    """The virtual school agreed to an in-year transfer."""

    __slots__ = ()
    label = "agreement of the virtual school to the transfer"


class SeriousIncident(Happening):
    """Something happened that might otherwise have led to permanent exclusion."""

    __slots__ = ()
    label = "serious incident"


@frozen(kw_only=True, repr=False)
class PepReviewCalled(Happening):
    """A review of the PEP was called.

    Args:
        review: what for; None where that is not recorded.
    """

    review: Review | None = field(default=None, converter=_review)

    label: ClassVar[str] = "call for a PEP review"


@frozen(kw_only=True, repr=False)
class ReviewMeeting(Happening):
    """A review of the child's plans, held or planned for this day.

    Args:
        review: what for; None where that is not recorded.
    """

    review: Review | None = field(default=None, converter=_review)

    label: ClassVar[str] = "review meeting"


def _sessions(value: int | None) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise BadRecord("Attendance is counted in whole sessions. Give how many, or leave it out.")


@frozen(kw_only=True, repr=False)
class AttendanceMeasured(Happening):
    """The child's attendance over the school year to date was counted.

    Args:
        attended: sessions attended; None where that is not recorded.
        possible: sessions that there were.
        fell: whether it is lower than in the time it was compared with; None where it was compared with none.
    """

    attended: int | None = field(default=None, converter=_sessions)
    possible: int | None = field(default=None, converter=_sessions)
    fell: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "measure of attendance"

    def __attrs_post_init__(self) -> None:
        _ = self.attendance  # the two numbers are checked beside each other as it is made

    @property
    def attendance(self) -> Attendance | None:
        """The two numbers together; None where one of them is not recorded."""
        if self.attended is None or self.possible is None:
            return None
        return Attendance(self.attended, self.possible)


class AbsenceRecorded(Happening):
    """The child was absent, on or off the school's site."""

    __slots__ = ()
    label = "absence"


class AbsenceContactMade(Happening):
    """The school made contact about an absence."""

    __slots__ = ()
    label = "contact about an absence"


class EhcPlan(Spell):
    """The child had an education, health and care plan."""

    __slots__ = ()
    label = "EHC plan"


class EhcReviewCalled(Happening):
    """A review of the child's education, health and care plan was called."""

    __slots__ = ()
    label = "call for a review of the EHC plan"


@frozen(kw_only=True, repr=False)
class ManagedMove(Happening):
    """The child began a managed move to another school.

    Args:
        agreed: whether all who share in it agreed; None where that is not recorded.
    """

    agreed: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "managed move"


class EducationSought(Happening):
    """The school sought education for a child who was suspended or excluded."""

    __slots__ = ()
    label = "search for education"


class ReturnMeeting(Happening):
    """The meeting on a child's return from a suspension, held or planned for this day."""

    __slots__ = ()
    label = "meeting on return"


class PlansMustChange(Happening):
    """It was found that a child's plans must change after a suspension."""

    __slots__ = ()
    label = "finding that plans must change"


@frozen(kw_only=True, repr=False)
class Invited(Happening):
    """Somebody was invited to a meeting about the child.

    Args:
        role: who, as a role; never a person's name.
        meeting: to which meeting.
    """

    role: str
    meeting: Meeting = field(converter=_meeting)

    label: ClassVar[str] = "invitation"


@frozen(kw_only=True, repr=False)
class Attended(Happening):
    """Somebody came to a meeting about the child.

    Args:
        role: who, as a role; never a person's name.
        meeting: to which meeting.
    """

    role: str
    meeting: Meeting = field(converter=_meeting)

    label: ClassVar[str] = "presence"


@frozen(kw_only=True, repr=False)
class PartTimeTimetable(Happening):
    """The child was put on a part-time timetable from this day.

    Args:
        agreed: whether the agencies agreed to it; None where that is not recorded.
        in_pep: whether it is written into the PEP.
        reviews_set: whether days are set on which it is checked.
        end_set: whether a day is set on which it ends.
    """

    agreed: bool | None = field(default=None, converter=_yes_no_or_none)
    in_pep: bool | None = field(default=None, converter=_yes_no_or_none)
    reviews_set: bool | None = field(default=None, converter=_yes_no_or_none)
    end_set: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "part-time timetable"


@frozen(kw_only=True, repr=False)
class AlternativeProvisionStarted(Happening):
    """The child began at alternative provision.

    Args:
        in_area: whether it is in the area of the policy; None where that is not recorded.
        through_hub: whether it was reached through the council's own hub for it.
    """

    in_area: bool | None = field(default=None, converter=_yes_no_or_none)
    through_hub: bool | None = field(default=None, converter=_yes_no_or_none)

    label: ClassVar[str] = "start at alternative provision"


@frozen(kw_only=True, repr=False)
class Attested(Happening):
    """A named role stated that a clause was met.

    Args:
        clause: the clause's id.
        role: who said so, as a role; never a person's name.
    """

    clause: str
    role: str

    label: ClassVar[str] = "statement"


@frozen(kw_only=True, repr=False)
class Declared(Happening):
    """Somebody declared a value, true as at one day and silent about every other.

    Args:
        attribute: what was asked, such as "post looked-after arrangements".
        value: the answer, as a code.
    """

    attribute: str
    value: str

    label: ClassVar[str] = "declaration"


class CareReviewHeld(Happening):
    """A statutory review of the child's care was held."""

    __slots__ = ()
    family = CARE_REVIEWS
    label = "review of the child's care"


KINDS: tuple[type[Record], ...] = (
    CareOrder, InterimCareOrder, PlacementOrder, PlacementByConsent, PlacementOrderPending, FreeingOrder, Remand,
    Accommodation, ShortBreakAgreement, CareUnderOtherLaw, ReportedInCare, AdoptionOrder, SpecialGuardianshipOrder,
    ChildArrangementsOrder, AdoptionAbroad, PreviousPermanence, LeftCare, SocialWorker, ChildInNeedPlan,
    ChildProtectionPlan, ChildInNeedAssessment, ChildProtectionEnquiry, LeadPractitioner, JoinedSchool, LeftSchool,
    PepCompleted, PepMeetingHeld, PepReviewed, PepSectionCompleted, PepTargetsMissed, ProgressAssessed, Suspended,
    PermanentlyExcluded, VirtualSchoolInformed, SocialWorkerInformed, PapersSentToVirtualSchool,
    PapersSentToSocialWorker, SentHomeUnrecorded, TakenOffRoll,
    NewPlacementStarted, ApplicationReceived, ApplicationRefused, AdmissionIssueRaised, AdmissionMeetingHeld,
    TransferredInYear, TransferAgreed, SeriousIncident, PepReviewCalled, ReviewMeeting, AttendanceMeasured,
    AbsenceRecorded, AbsenceContactMade, EhcPlan, EhcReviewCalled, ManagedMove, EducationProvided,
    EducationSought, ReturnMeeting, PlansMustChange, Invited, Attended, PartTimeTimetable, AlternativeProvisionStarted,
    Attested, Declared, CareReviewHeld,
)  # fmt: skip
"""Every kind of record there is, in the order of this room."""


# --- the child ------------------------------------------------------------------------------------------------


def _extent(days: Days | tuple[date | None, date | None] | None) -> Days | None:
    if days is None or isinstance(days, Days):
        return days
    if isinstance(days, tuple) and len(days) == 2 and all(end is None or _is_day(end) for end in days):
        return between(*days)
    raise BadRecord("The days of a completeness are a pair of days, half-open. Write {CARE: (date(2024, 9, 1), None)}.")


@frozen
class Complete:
    """A statement that a family of records is complete: on these days, what is not listed did not happen.

    Args:
        family: which records.
        days: on which days; None means every day up to the child's `as_at`, or every day where it has none.
        entered: the day the statement was made, where that matters.
    """

    family: Family
    days: Days | None = field(default=None, converter=_extent)
    entered: date | None = field(default=None, converter=_optional_day)


Extent = Days | tuple[date | None, date | None] | None
Completeness = Iterable[Family | str | Complete] | Mapping[Family | str, Extent]


def _completeness(given: Completeness) -> tuple[Complete, ...]:
    if isinstance(given, (str, Family)) or not isinstance(given, Iterable):
        raise BadRecord("complete takes a list of families of records. Write complete=[CARE].")
    if isinstance(given, Mapping):
        extents = cast("Mapping[Family | str, Extent]", given)
        return tuple(Complete(family_named(family), _extent(days)) for family, days in extents.items())
    return tuple(item if isinstance(item, Complete) else Complete(family_named(item)) for item in given)


def _id(value: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise BadRecord("A child has an identifier, which is a text of its own and never a name. Write Child('1001', ...).")


def _warnings(given: Iterable[DataWarning]) -> tuple[DataWarning, ...]:
    warnings = tuple(given)
    for warning in warnings:
        if not isinstance(warning, DataWarning):
            raise BadRecord(
                "warnings takes a list of data warnings: [DataWarning('what was odd, and how it is taken')]."
            )
    return warnings


def _nothing_yet() -> dict[Any, Any]:
    return {}


@frozen
class DataWarning:
    """Something in the records that contradicts itself or cannot be quite right, and how it was taken.

    Args:
        says: what was found and how it is taken; never a child's data.
        source: where.
    """

    says: str
    source: Source | None = None

    def __str__(self) -> str:
        return f"{self.source}: {self.says}" if self.source else self.says


def _history(records: Iterable[Record]) -> tuple[Record, ...]:
    if not isinstance(records, Iterable):
        raise BadRecord("history takes a list of records. Write history=[CareOrder(start='2025-03-03')].")
    history = tuple(records)
    for record in history:
        if not isinstance(record, Record):
            raise BadRecord(
                f"A child's history holds records such as CareOrder(...); this one is a {type(record).__name__}."
            )
    return history


@frozen(repr=False)
class Child:
    """What is on record about one child.

    What is absent is not known, save on the days for which a family of records is listed as complete.

    Args:
        id: an opaque identifier; never a name.
        born: date of birth; with none, nobody is known to be under 18.
        died: date of death; with none, the child is alive.
        adult_from: the day on which an age assessment found the child to be 18 or over, where one did.
        history: the records, in any order.
        complete: which families of records are complete, and on which days.
        as_at: the day or moment the records were drawn; spells without an end were still running then.
        warnings: what was odd about the records.

    >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2025-03-03")], complete=[CARE])
    >>> sam
    <Child 'sam': 1 record>
    """

    id: str = field(converter=_id)
    born: Instant | None = field(default=None, converter=_optional_instant, kw_only=True)
    died: Instant | None = field(default=None, converter=_optional_instant, kw_only=True)
    adult_from: Instant | None = field(default=None, converter=_optional_instant, kw_only=True)
    history: tuple[Record, ...] = field(default=(), converter=_history, kw_only=True)
    complete: tuple[Complete, ...] = field(default=(), converter=_completeness, kw_only=True)
    as_at: Instant | None = field(default=None, converter=_optional_instant, kw_only=True)
    warnings: tuple[DataWarning, ...] = field(default=(), converter=_warnings, kw_only=True)
    memory: dict[Any, Any] = field(factory=_nothing_yet, init=False, eq=False, repr=False)
    """What has been worked out about this child already; never part of its value."""

    def complete_days(self, family: Family) -> Days:
        """The days on which a family of records is complete."""
        return ~self.gaps.get(family.name, EVERY_DAY)

    @property
    def gaps(self) -> Mapping[str, Days]:
        """By family, the days on which something unlisted may have happened; for families not named, every day.

        Nothing happens to a child before birth, so a family complete from birth has no gap. Worked out once.
        """
        found: dict[str, Days] | None = self.memory.get("gaps")
        if found is None:
            listed: dict[str, list[Days]] = {}
            for item in self.complete:
                days = self._to_as_at() if item.days is None else item.days
                listed.setdefault(item.family.name, []).append(days)
            before = FIRST_ORDINAL if self.born is None else self.born.first_day
            born = ordinals(before, LAST_ORDINAL + 1)
            found = self.memory["gaps"] = {name: born - union(days) for name, days in listed.items()}
        return found

    def _to_as_at(self) -> Days:
        return EVERY_DAY if self.as_at is None else ordinals(FIRST_ORDINAL, self.as_at.first_day + 1)

    def known_at(self, day: date) -> Child:
        """The same child as the records stood on an earlier day.

        Leaves out records, ends of spells and completeness statements entered later, and lowers `as_at`. What carries
        no date of entry is kept.
        """
        history = [known for record in self.history if (known := record.known_at(day)) is not None]
        drawn = Instant.of(day)
        as_at = drawn if self.as_at is None or drawn.before(self.as_at).holds else self.as_at
        complete = [item for item in self.complete if item.entered is None or item.entered <= day]
        return evolve(self, history=history, complete=complete, as_at=as_at)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _KEPT}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "memory", {})

    def __repr__(self) -> str:
        counts = [_counted(len(self.history), "record")]
        if self.warnings:
            counts.append(_counted(len(self.warnings), "data warning"))
        return f"<Child {self.id!r}: {', '.join(counts)}>"


_KEPT = ("id", "born", "died", "adult_from", "history", "complete", "as_at", "warnings")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
