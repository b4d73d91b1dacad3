"""Knows the records of a child coming to a school and leaving it: applications, the roll, transfers and moves."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_role, yes_no_or_none
from carepolicy.facts.record import Happening, Spell


@frozen(kw_only=True, repr=False)
class JoinedSchool(Happening):
    """The child was admitted to the school's roll.

    Args:
        standard_entry: whether it is the usual entry to the school's youngest class; None where that is not recorded.
        mid_year: whether it was part-way through the school year.
        support_needed: whether more support was judged to be needed for the child to settle.
        visit_needed: whether a visit before entry was judged to be needed.
        after_placement_move: whether it was in the middle of a term because the care placement changed.
    """

    standard_entry: bool | None = field(default=None, converter=yes_no_or_none)
    mid_year: bool | None = field(default=None, converter=yes_no_or_none)
    support_needed: bool | None = field(default=None, converter=yes_no_or_none)
    visit_needed: bool | None = field(default=None, converter=yes_no_or_none)
    after_placement_move: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "joining the school"
    event: ClassVar[str] = "joining the school"


@frozen(kw_only=True, repr=False)
class LeftSchool(Happening):
    """The child left the school.

    Args:
        in_year: whether it was during a term, and not for the start of a new one; None where that is not recorded.
        new_school_known: whether the new school is known, or can reasonably be found.
        protection_file: whether there is a child protection file.
        coursework: whether there is coursework to pass on.
    """

    in_year: bool | None = field(default=None, converter=yes_no_or_none)
    new_school_known: bool | None = field(default=None, converter=yes_no_or_none)
    protection_file: bool | None = field(default=None, converter=yes_no_or_none)
    coursework: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "leaving the school"
    event: ClassVar[str] = "leaving the school"


@frozen(kw_only=True, repr=False)
class TakenOffRoll(Happening):
    """The child's name was deleted from the school's register.

    Args:
        end_of_phase: whether it was for the end of the school's last class; None where that is not recorded.
        after_leave: whether it was for not coming back from leave.
        for_absence: whether it was for continuous absence.
        enquiries_made: whether school and council had asked together where the child is.
    """

    end_of_phase: bool | None = field(default=None, converter=yes_no_or_none)
    after_leave: bool | None = field(default=None, converter=yes_no_or_none)
    for_absence: bool | None = field(default=None, converter=yes_no_or_none)
    enquiries_made: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "removal from the roll"


class NewPlacementStarted(Happening):
    """The child started at another school or education placement."""

    __slots__ = ()
    label = "start at the new education placement"


@frozen(kw_only=True, repr=False)
class ApplicationReceived(Happening):
    """The school was asked to admit the child.

    Args:
        in_year: whether it is outside the normal round of admissions; None where that is not recorded.
        secondary: whether it is for a secondary school.
        by_protocol: whether it was handled by the protocol agreed for unaccompanied asylum-seeking children.
    """

    in_year: bool | None = field(default=None, converter=yes_no_or_none)
    secondary: bool | None = field(default=None, converter=yes_no_or_none)
    by_protocol: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "application"


@frozen(kw_only=True, repr=False)
class ApplicationRanked(Happening):
    """The application was given its place among the others.

    Args:
        first: whether it was put before those of other children; None where that is not recorded.
    """

    first: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "ranking of the application"


@frozen(kw_only=True, repr=False)
class ApplicationRefused(Happening):
    """The school turned down an application for the child.

    Args:
        for_being_in_care: whether the child would have been admitted, were it not for being in care; None where that is
            not recorded.
    """

    for_being_in_care: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "refusal of an application"


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


@frozen(kw_only=True, repr=False)
class ManagedMove(Happening):
    """The child began a managed move to another school.

    Args:
        agreed: whether all who share in it agreed; None where that is not recorded.
    """

    agreed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "managed move"


class FirstDayAgreed(Happening):
    """The day on which the child is to start at the school."""

    __slots__ = ()
    label = "first day at the school"


class NewPupilReturnMade(Happening):
    """The council was sent the return on a new pupil."""

    __slots__ = ()
    label = "new pupil return"


class DeletionReturnMade(Happening):
    """The council was sent the return on a deletion from the register."""

    __slots__ = ()
    label = "deletion return"


@frozen(kw_only=True, repr=False)
class RegisteredElsewhere(Happening):
    """The school learnt that the child is registered at another school too.

    Args:
        dual: whether the child may be registered at both; None where that is not recorded.
    """

    dual: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "registration at another school"


class PlacesTold(Happening):
    """The school told the council which places it has."""

    __slots__ = ()
    label = "answer about places"


class OutcomeTold(Happening):
    """The outcome of an application was told in writing."""

    __slots__ = ()
    label = "written outcome of the application"


class CouncilToldOfApplication(Happening):
    """The council was told of an application and its outcome."""

    __slots__ = ()
    label = "notice of the application to the council"


class DirectionAnswered(Happening):
    """The admission authority answered a proposal to direct admission."""

    __slots__ = ()
    label = "answer to the proposal"


class AppealDeadline(Happening):
    """The last day on which an appeal may be lodged."""

    __slots__ = ()
    label = "deadline for an appeal"


@frozen(kw_only=True, repr=False)
class AppealLodged(Happening):
    """An appeal against a refusal was lodged.

    Args:
        main_round: whether it is about the normal round of admissions and in time; None where that is not recorded.
    """

    main_round: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "appeal"


class AppealHeard(Happening):
    """The appeal was heard, or is planned to be heard on this day."""

    __slots__ = ()
    label = "hearing of the appeal"


class HearingNoticeGiven(Happening):
    """Notice of the hearing of an appeal was given."""

    __slots__ = ()
    label = "notice of the hearing"


class AppealDecided(Happening):
    """The decision on an appeal was given."""

    __slots__ = ()
    label = "decision on the appeal"


class RecordsSent(Happening):
    """The common transfer file and educational record were sent to the other school."""

    __slots__ = ()
    label = "records sent to the other school"


class RecordRequestedByParent(Happening):
    """The school received a parent's written request for the child's record."""

    __slots__ = ()
    label = "request for the record by a parent"


class RecordShown(Happening):
    """A parent was shown the record, or given the copy asked for."""

    __slots__ = ()
    label = "record shown to the parent"


class RecordsRequested(Happening):
    """The child's present school asked for the records."""

    __slots__ = ()
    label = "request for the records by the present school"


class CurricularRecordUpdated(Happening):
    """The child's curricular record was updated."""

    __slots__ = ()
    label = "update of the curricular record"


class ReportSent(Happening):
    """The annual report was sent to the parent."""

    __slots__ = ()
    label = "annual report to the parent"


class LeaversReportSent(Happening):
    """The school leaver's report was sent."""

    __slots__ = ()
    label = "leaver's report"


class ResultsArrived(Happening):
    """Results of assessments or examinations arrived after the summer term."""

    __slots__ = ()
    label = "late results"


class ResultsSent(Happening):
    """The results that came late were sent on."""

    __slots__ = ()
    label = "results sent on"


class ProtectionFileSent(Happening):
    """The child protection file was sent to the new school."""

    __slots__ = ()
    label = "child protection file sent on"


@frozen(kw_only=True, repr=False)
class EducationPlace(Spell):
    """The child had a place at a school or in other education.

    Args:
        full_time: whether it is full-time; None where that is not recorded.
        mainstream: whether it is in a mainstream setting.
    """

    full_time: bool | None = field(default=None, converter=yes_no_or_none)
    mainstream: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "place in education"


class CourseworkSent(Happening):
    """The child's coursework was sent to the other school."""

    __slots__ = ()
    label = "coursework sent to the other school"


class Welcomed(Happening):
    """The child was welcomed on coming to the school."""

    __slots__ = ()
    label = "welcome to the school"


class SettlingSupportOffered(Happening):
    """More support was offered to a child who was new to the school."""

    __slots__ = ()
    label = "offer of more support to settle"


class VisitOffered(Happening):
    """A visit to the school was offered to a child who was to join it."""

    __slots__ = ()
    label = "offer of a visit before entry"


@frozen(kw_only=True, repr=False)
class PapersForwarded(Happening):
    """Papers about the child, or other information, were forwarded to the school that receives the child.

    Args:
        role: by whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "papers forwarded to the receiving school"


class VirtualSchoolHelpAsked(Happening):
    """The virtual school was asked to help with something about the child."""

    __slots__ = ()
    label = "request for help to the virtual school"


@frozen(kw_only=True, repr=False)
class TransitionSupported(Happening):
    """The child was helped over a move to another class, school or college.

    Args:
        role: by whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "help with the move"
