"""The two documents of Oxfordshire, word for word: one made-up child in whom every state of a line shows."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    CARE_REVIEWS,
    PERMANENCE,
    SCHOOLING,
    Attested,
    CareOrder,
    Child,
    ContactReceived,
    GovernorsMeetingHeld,
    GovernorsReport,
    Item,
    JoinedSchool,
    LeftSchool,
    MentorGiven,
    PepCompleted,
    PepFinalised,
    PepMeetingHeld,
    PepReviewed,
    PepWritten,
    PostHeld,
    ProgressAssessed,
    SdqCompleted,
    SpecialNeedsFound,
    Suspended,
)
from carepolicy.line import State
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.report import as_text
from tests.situations.school import HILL_TOP
from tests.words.policies_alone import without_the_floor

FRIDAY = date(2026, 3, 20)

RICH = Child(
    "rich",
    born=date(2014, 5, 9),
    history=[
        CareOrder(start="2025-09-01"),
        JoinedSchool(at="2025-09-03"),
        LeftSchool(at="2025-11-14", new_school_known=True, coursework=False),
        JoinedSchool(at="2025-11-17"),
        MentorGiven(at="2025-11-19"),
        PepCompleted(at="2025-12-17"),
        PepWritten(at="2025-12-17", holds=[Item.CARE_PLAN_LINK], lacks=[Item.CHILDS_CONTRIBUTION]),
        SpecialNeedsFound(at="2025-12-01"),
        PepMeetingHeld(at="2026-02-10T10:00", chair="designated_teacher"),
        PepMeetingHeld(at="2026-03-24T10:00"),
        SdqCompleted(at="2026-02-09"),
        PepReviewed(at="2026-02-10"),
        PepFinalised(at="2026-02-26"),
        ContactReceived(at="2026-03-04", role="virtual_school"),
        ProgressAssessed(at="2026-02-06", underachieving=True),
        Suspended(at="2026-03-12T10:20", days=2, within_policy=True, within_guidance=False),
        GovernorsMeetingHeld(at="2025-11-19", ref="autumn", report_expected=True),
        GovernorsReport(at="2025-11-21", about="autumn", holds=[Item.COUNT_ON_ROLL], lacks=[Item.LEAVER_DESTINATIONS]),
        PostHeld(role="designated_teacher", start="2021-09-01"),
        Attested(clause="OX-4.1", role="headteacher", at="2026-01-12"),
    ],
    complete=[CARE, PERMANENCE, SCHOOLING, CARE_REVIEWS],
    as_at=FRIDAY,
)
"""The school's own records of posts and reports are not complete."""

SCHOOL_POLICY = OXFORDSHIRE.only(
    "OX-3.7a", "OX-3.9a", "OX-3.9b", "OX-3.9c", "OX-3.11d", "OX-3.13c", "OX-3.19a", "OX-3.22", "OX-3.22a", "OX-3.22g",
    "OX-3.24a", "OX-3.24c", "OX-3.25a", "OX-4.1", "OX-4.3", "OX-7.3a", "OX-7.5c", "OX-8.3a",
)  # fmt: skip
NON_NEGOTIABLES = OXFORDSHIRE_NON_NEGOTIABLES.only(
    "OXN-1c", "OXN-3b", "OXN-8.3b", "OXN-8.7", "OXN-8.8", "OXN-8.9a", "OXN-11a"
)

EXPECTED = """\
rich  on Fri 20 Mar 2026

    looked after                  yes, since Mon 1 Sep 2025, to the end of Sat 8 May 2032 as things stand
    previously looked after       no
    social worker within 6 years  yes, since Mon 1 Sep 2025 or earlier, to the end of Sat 8 May 2032 as things stand

Oxfordshire (undated)
MET          OX-3.7a     designated teacher in post, since Wed 1 Sep 2021: in place
                         The designated teacher is the one whom other agencies and carers turn to.
                         source: 3. The Designated Teacher will, no. 7 (lines 91-93) (local)
MISSED       OX-3.9a     no completed PEP, 27 school days overdue when it ceased to be owed on Fri 14 Nov 2025
                         A fitting PEP is finished no later than 20 days after the child joins the school.
                         source: 3. The Designated Teacher will, no. 9 (lines 99-100) (local)
                         due Wed 1 Oct 2025, 20 school days after joining the school (Wed 3 Sep 2025)
                         counted from Thu 4 Sep 2025 to Wed 1 Oct 2025; not counted: 8 days (8 weekend)
                         "20 days of joining the school" is read as 20 school days: no national clock runs from
                           joining, and only school staff act
                         as 20 working days it would be Wed 1 Oct 2025; as 20 calendar days it would be Tue 23 Sep
                           2025
                         note: a short break starts no clock for a plan or a review
                         note: it asks that a plan be finished in that time, so one from before does not meet it
LATE         OX-3.9a     completed PEP on Wed 17 Dec 2025, 1 school day late
                         A fitting PEP is finished no later than 20 days after the child joins the school.
                         source: 3. The Designated Teacher will, no. 9 (lines 99-100) (local)
                         due Tue 16 Dec 2025, 20 school days after joining the school (Mon 17 Nov 2025)
                         counted from Tue 18 Nov 2025 to Tue 16 Dec 2025; not counted: 9 days (8 weekend, 1 INSET)
                         "20 days of joining the school" is read as 20 school days: no national clock runs from
                           joining, and only school staff act
                         as 20 working days it would be Mon 15 Dec 2025; as 20 calendar days it would be Sun 7 Dec
                           2025
                         note: a short break starts no clock for a plan or a review
                         note: it asks that a plan be finished in that time, so one from before does not meet it
LATE         OX-3.9b     completed PEP on Wed 17 Dec 2025, 57 working days late
                         A fitting PEP is finished no later than 20 days after the child comes into care.
                         source: 3. The Designated Teacher will, no. 9 (lines 99-100) (local)
                         due Mon 29 Sep 2025, 20 working days after becoming looked after (Mon 1 Sep 2025)
                         counted from Tue 2 Sep 2025 to Mon 29 Sep 2025; not counted: 8 days (8 weekend)
                         "20 days of entering care" is read as 20 working days: the PEP must reach the first review
                           of care, due in 20 working days
                         as 20 school days it would be Tue 30 Sep 2025; as 20 calendar days it would be Sun 21 Sep
                           2025
                         note: a short break starts no clock for a plan or a review
                         note: where a child comes into care and joins the school, each starts a clock of its own
                           and the earlier binds
                         note: a child too young for a reception class is covered only where joining a school is on
                           record
                         note: a move of school does not end it, so the school that the child comes to keeps the
                           earlier day
BREACH       OX-3.9c     written PEP on Wed 17 Dec 2025: not as it must be
                         The young person has a part in making the PEP.
                         source: 3. The Designated Teacher will, no. 9 (lines 100-101) (local)
                         what it breaks: every written PEP: holds the child's own contribution
                         who must act: designated teacher
                         note: nothing is said of a child who declines, or is too young
MET          OX-3.11d    PEP review on Tue 10 Feb 2026: in time
                         The PEP is reviewed every six months.
                         source: 3. The Designated Teacher will, no. 11 (lines 108-109) (local)
                         due Wed 17 Jun 2026, again, 6 months after the completed PEP (Wed 17 Dec 2025)
                         counted from Thu 18 Dec 2025 to Wed 17 Jun 2026: the same day of the month, 6 months on
                         note: a short break starts no clock for a plan or a review
                         note: six months is read as the longest gap between two reviews, and runs first from the
                           completed plan
DUE          OX-3.11d    PEP review: to be done
                         The PEP is reviewed every six months.
                         source: 3. The Designated Teacher will, no. 11 (lines 108-109) (local)
                         who must act: designated teacher
                         due Mon 10 Aug 2026, again, 6 months after the PEP review (Tue 10 Feb 2026)
                         counted from Wed 11 Feb 2026 to Mon 10 Aug 2026: the same day of the month, 6 months on
                         note: a short break starts no clock for a plan or a review
                         note: six months is read as the longest gap between two reviews, and runs first from the
                           completed plan
BREACH       OX-3.13c    suspension on Thu 12 Mar 2026 10:20: not allowed
                         An exclusion keeps to national guidance.
                         source: 3. The Designated Teacher will, no. 13 (lines 114-115) (local)
                         what it breaks: no suspension, unless within national guidance
                         who must act: designated teacher
                         note: it is said of the designated teacher, and only a head may exclude; read as said of
                           the school
                         note: left open, since the words give no measure: whether it truly keeps to the guidance,
                           beyond what is written on it
OPEN         OX-3.19a    records sent to the other school: owed for 126 calendar days
                         Information and records follow quickly a child who moves to another educational placement.
                         source: 3. The Designated Teacher will, no. 19 (lines 131-133) (local)
                         who must act: designated teacher
                         speedily after leaving the school, or up to 6 months before it (Fri 14 Nov 2025)
                         advised: the nearest national period ends on Mon 8 Dec 2025 (borrowed from RE-1)
                         "speedy" is read as speedily (or up to 6 months before): what was done longer before is
                           taken to have been about something else
                         as speedily it would be due on no set date; as on the day it would be Fri 14 Nov 2025
                         note: a transfer is read as leaving for another school or placement that is known, or can
                           be found
                         note: the transfer file is read as the information, the educational record as the records
                         note: left open, since the words give no measure: how soon is speedy
CANNOT TELL  OX-3.22     report to the governors on Fri 21 Nov 2025: cannot tell
                         A report is written for governors' meetings.
                         source: 3. The Designated Teacher will, no. 22 (line 138) (local)
                         who must act: designated teacher
                         due Wed 19 Nov 2025, on the day of the meeting of the governing body, or up to 6 months
                           before it (Wed 19 Nov 2025)
                         note: a report given on the day of the meeting is in time
                         note: the national floor is a report each year (DT-3)
                         note: left open, since the words give no measure: whether every meeting is meant
                         not known: a complete list of the school's posts, training, reports and policies
MET          OX-3.22a    report to the governors on Fri 21 Nov 2025: as it must be
                         The report gives how many children in care are on the roll.
                         source: 3. The Designated Teacher will, no. 22 (lines 138,140) (local)
BREACH       OX-3.22g    report to the governors on Fri 21 Nov 2025: not as it must be
                         The report says where those who left the school went.
                         source: 3. The Designated Teacher will, no. 22 (lines 138,146) (local)
                         what it breaks: every report to the governors: holds destinations of leavers
                         who must act: designated teacher
                         note: whether every leaver is meant, or only these children, is not said
ENDED        OX-3.24a    mentor to talk with: ceased to be owed on Fri 14 Nov 2025, before it was done
                         The child is given a mentor to talk with: an adult, a pupil or both.
                         source: 3. The Designated Teacher will, no. 24 (lines 151-152) (local)
                         some time after becoming looked after, or up to 3 months before it (Mon 1 Sep 2025)
                         note: no day is set by which the child has one
                         note: a mentor at the school before does not count for this one
ENDED        OX-3.24a    mentor to talk with: ceased to be owed on Fri 14 Nov 2025, before it was done
                         The child is given a mentor to talk with: an adult, a pupil or both.
                         source: 3. The Designated Teacher will, no. 24 (lines 151-152) (local)
                         some time after joining the school, or up to 3 months before it (Wed 3 Sep 2025)
                         note: no day is set by which the child has one
                         note: a mentor at the school before does not count for this one
MET          OX-3.24a    mentor to talk with on Wed 19 Nov 2025: in time
                         The child is given a mentor to talk with: an adult, a pupil or both.
                         source: 3. The Designated Teacher will, no. 24 (lines 151-152) (local)
                         some time after joining the school, or up to 3 months before it (Mon 17 Nov 2025)
                         note: no day is set by which the child has one
                         note: a mentor at the school before does not count for this one
ENDED        OX-3.24c    mentor to talk with: ceased to be owed on Fri 14 Nov 2025, before it was done
                         A mentor matters most while the pupil is new to the school.
                         source: 3. The Designated Teacher will, no. 24 (lines 152-153) (local)
                         while the child is new, some time after joining the school, or up to 3 months before it
                           (Wed 3 Sep 2025)
                         note: left open, since the words give no measure: how long a pupil is new to the school
MET          OX-3.24c    mentor to talk with on Wed 19 Nov 2025: in time
                         A mentor matters most while the pupil is new to the school.
                         source: 3. The Designated Teacher will, no. 24 (lines 152-153) (local)
                         while the child is new, some time after joining the school, or up to 3 months before it
                           (Mon 17 Nov 2025)
                         note: left open, since the words give no measure: how long a pupil is new to the school
OPEN         OX-3.25a    agreement with the SENCO on how needs are met: owed for 109 calendar days
                         Special educational needs are met together with the SENCO.
                         source: 3. The Designated Teacher will, no. 25 (lines 155-156) (local)
                         who must act: designated teacher, SENCO
                         without delay after the finding of special educational needs (Mon 1 Dec 2025)
                         advised: chase it from the morning of Tue 2 Dec 2025 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Tue 2 Dec 2025 (our measure; the words
                           set no date)
                         note: the SENCO is named as a partner, and the duty stays with the designated teacher
MET          OX-4.1      statement on Mon 12 Jan 2026, 67 calendar days ago: stated
                         Staff keep to the school's procedures.
                         source: 4. All school staff will, no. 1 (line 163) (local)
OVERDUE      OX-7.3a     no invitation, 37 calendar days 14 hours overdue
                         The child is encouraged to come to the PEP meeting.
                         source: 7. Monitoring of Progress, bullet 3 (line 202) (local)
                         who must act: designated teacher
                         due Tue 10 Feb 2026 09:59, at most 6 months before the PEP meeting (Tue 10 Feb 2026 10:00)
                         "before PEP meetings" is read as at most 6 months beforehand: what was done longer before
                           is taken to have been about something else
                         as beforehand it would be Tue 10 Feb 2026 09:59
                         note: it asks for encouragement; a child who stays away breaks nothing
DUE          OX-7.3a     invitation: to be done
                         The child is encouraged to come to the PEP meeting.
                         source: 7. Monitoring of Progress, bullet 3 (line 202) (local)
                         who must act: designated teacher
                         due Tue 24 Mar 2026 09:59, at most 6 months before the PEP meeting (Tue 24 Mar 2026 10:00)
                         "before PEP meetings" is read as at most 6 months beforehand: what was done longer before
                           is taken to have been about something else
                         as beforehand it would be Tue 24 Mar 2026 09:59
                         note: it asks for encouragement; a child who stays away breaks nothing
OPEN         OX-7.5c     call for a PEP review: owed for 42 calendar days
                         A PEP review is set up for a child who underachieves.
                         source: 7. Monitoring of Progress, bullet 5 (lines 209-210) (local)
                         who must act: school
                         without delay after the assessment of progress (Fri 6 Feb 2026)
                         advised: chase it from the morning of Mon 9 Feb 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Mon 9 Feb 2026 (our measure; the words
                           set no date)
                         note: what counts as underachieving, and how soon a review is set up, is not said

Oxfordshire virtual school (August 2024)
CANNOT TELL  OXN-1c      designated teacher on the senior leadership team on Wed 1 Sep 2021: cannot tell
                         The designated teacher sits on the senior leadership team.
                         source: What your school needs to offer, bullet 1 (line 9) (local)
                         who must act: designated teacher
                         not known: whether the holder sits on the senior leadership team
MET          OXN-8.3b    SDQ on Mon 9 Feb 2026: in time
                         A strengths and difficulties questionnaire is completed ahead of the PEP meeting.
                         source: What your school needs to offer, bullet 8 sub 3 (lines 16,19) (local)
                         due Tue 10 Feb 2026 09:59, at most 6 months before the PEP meeting (Tue 10 Feb 2026 10:00)
                         "before PEP meetings" is read as at most 6 months beforehand: it is to be there at the
                           meeting; what was done longer before is taken to have been about something else
                         as beforehand it would be Tue 10 Feb 2026 09:59; as by the end of the term (or up to 6
                           months before) it would be Fri 27 Mar 2026
                         note: it is read as one before each meeting; one still valid on file may be meant
                         note: no ages are named: it is read of those from 4 to 16, whom the questionnaire is for
                         note: who completes it is not said
DUE          OXN-8.3b    SDQ: to be done
                         A strengths and difficulties questionnaire is completed ahead of the PEP meeting.
                         source: What your school needs to offer, bullet 8 sub 3 (lines 16,19) (local)
                         who must act: designated teacher
                         due Tue 24 Mar 2026 09:59, at most 6 months before the PEP meeting (Tue 24 Mar 2026 10:00)
                         "before PEP meetings" is read as at most 6 months beforehand: it is to be there at the
                           meeting; what was done longer before is taken to have been about something else
                         as beforehand it would be Tue 24 Mar 2026 09:59; as by the end of the term (or up to 6
                           months before) it would be Fri 27 Mar 2026
                         note: it is read as one before each meeting; one still valid on file may be meant
                         note: no ages are named: it is read of those from 4 to 16, whom the questionnaire is for
                         note: who completes it is not said
MET          OXN-8.7     PEP meeting on Tue 10 Feb 2026 10:00: as it must be
                         The designated teacher chairs PEP meetings.
                         source: What your school needs to offer, bullet 8 sub 7 (lines 16,23) (local)
                         note: no exception is made for absence or where another chair is agreed
LATE         OXN-8.8     final PEP on Thu 26 Feb 2026, 2 school days late
                         The electronic PEP is made final no later than 5 school days after the PEP meeting.
                         source: What your school needs to offer, bullet 8 sub 8 (lines 16,24) (local)
                         due Tue 24 Feb 2026, 5 school days after the PEP meeting (Tue 10 Feb 2026 10:00)
                         counted from Wed 11 Feb 2026 to Tue 24 Feb 2026; not counted: 9 days (4 weekend, 5
                           half-term)
                         "within 5 school days of the PEP meeting" is read as 5 school days: the day after the
                           meeting is the first, as in law; the days are those of the child's school
                         as 5 school days, the day of the event being the first it would be Mon 23 Feb 2026
NOT YET      OXN-8.8     final PEP: not owed yet
                         The electronic PEP is made final no later than 5 school days after the PEP meeting.
                         source: What your school needs to offer, bullet 8 sub 8 (lines 16,24) (local)
                         who must act: designated teacher
                         due Tue 14 Apr 2026, 5 school days after the PEP meeting (Tue 24 Mar 2026 10:00)
                         counted from Wed 25 Mar 2026 to Tue 14 Apr 2026; not counted: 16 days (6 weekend, 10 school
                           holiday)
                         "within 5 school days of the PEP meeting" is read as 5 school days: the day after the
                           meeting is the first, as in law; the days are those of the child's school
                         as 5 school days, the day of the event being the first it would be Mon 13 Apr 2026
OPEN         OXN-8.9a    answer to the message: owed for 16 calendar days
                         The designated teacher answers the virtual school in good time.
                         source: What your school needs to offer, bullet 8 sub 9 (lines 16,25) (local)
                         who must act: designated teacher
                         in a timely way after the message to the designated teacher (Wed 4 Mar 2026)
                         advised: chase it from the morning of Thu 5 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Thu 5 Mar 2026 (our measure; the words
                           set no date)
                         note: left open, since the words give no measure: how soon is timely
CANNOT TELL  OXN-11a     report to the governors: cannot tell
                         The designated teacher sees with the head that governors get a report each year that weighs
                           the work.
                         source: What your school needs to offer, bullet 11 (line 29) (local)
                         however it turns out, nothing more is owed: what the clause covers ended on Wed 3 Sep 2025
                         due Tue 21 Jul 2026, again, once in each school year, a year after that of becoming looked
                           after (Mon 1 Sep 2025)
                         advised: aim for Tue 1 Sep 2026 (our advice: 12 months after the last)
                         "annual" is read as once in each school year: schools plan, and report to governors, by the
                           school year
                         as once in each calendar year it would be Thu 31 Dec 2026; as 1 year it would be Tue 1 Sep
                           2026
                         note: whether the report weighs the work needs judgement
                         note: the first falls due in the school year after that in which the child came, or came
                           under the list
                         note: a child too young for a reception class is covered only where joining a school is on
                           record
                         not known: a complete list of the school's posts, training, reports and policies
CANNOT TELL  OXN-11a     report to the governors: cannot tell
                         The designated teacher sees with the head that governors get a report each year that weighs
                           the work.
                         source: What your school needs to offer, bullet 11 (line 29) (local)
                         however it turns out, nothing more is owed: what the clause covers ended on Fri 14 Nov 2025
                         due undetermined, not before Tue 1 Sep 2026, again, once in each school year, a year after
                           that of joining the school (Wed 3 Sep 2025)
                         advised: aim for Thu 3 Sep 2026 (our advice: 12 months after the last)
                         "annual" is read as once in each school year: schools plan, and report to governors, by the
                           school year
                         as once in each calendar year it would be Thu 31 Dec 2026; as 1 year it would be Thu 3 Sep
                           2026
                         note: whether the report weighs the work needs judgement
                         note: the first falls due in the school year after that in which the child came, or came
                           under the list
                         note: a child too young for a reception class is covered only where joining a school is on
                           record
                         not known: the school's term dates of the school year after the act
                         not known: a complete list of the school's posts, training, reports and policies
CANNOT TELL  OXN-11a     report to the governors on Fri 21 Nov 2025: cannot tell
                         The designated teacher sees with the head that governors get a report each year that weighs
                           the work.
                         source: What your school needs to offer, bullet 11 (line 29) (local)
                         who must act: designated teacher, headteacher
                         due undetermined, not before Tue 1 Sep 2026, again, once in each school year, a year after
                           that of joining the school (Mon 17 Nov 2025)
                         advised: aim for Tue 17 Nov 2026 (our advice: 12 months after the last)
                         "annual" is read as once in each school year: schools plan, and report to governors, by the
                           school year
                         as once in each calendar year it would be Thu 31 Dec 2026; as 1 year it would be Tue 17 Nov
                           2026
                         note: whether the report weighs the work needs judgement
                         note: the first falls due in the school year after that in which the child came, or came
                           under the list
                         note: a child too young for a reception class is covered only where joining a school is on
                           record
                         not known: the school's term dates of the school year after the act
                         not known: a complete list of the school's posts, training, reports and policies
DUE          OXN-11a     report to the governors: to be done
                         The designated teacher sees with the head that governors get a report each year that weighs
                           the work.
                         source: What your school needs to offer, bullet 11 (line 29) (local)
                         who must act: designated teacher, headteacher
                         due undetermined, not before Tue 1 Sep 2026, again, once in each school year, a year after
                           that of the report to the governors (Fri 21 Nov 2025)
                         advised: aim for Sat 21 Nov 2026 (our advice: 12 months after the last)
                         "annual" is read as once in each school year: schools plan, and report to governors, by the
                           school year
                         as once in each calendar year it would be Thu 31 Dec 2026; as 1 year it would be Sat 21 Nov
                           2026
                         note: whether the report weighs the work needs judgement
                         note: the first falls due in the school year after that in which the child came, or came
                           under the list
                         note: a child too young for a reception class is covered only where joining a school is on
                           record
                         not known: the school's term dates of the school year after the act

Asks for something in place, and nothing on record shows it or rules it out
    wants a complete list of the school's posts, training, reports and policies: OX-8.3a

Rests on a statement, and none is on record
    by the designated teacher: OX-3.7a, OX-7.3a
    by the designated teacher or the SENCO: OX-3.25a
    by school staff or the headteacher: OX-4.3
    by the school or the headteacher: OXN-3b

What is missing, the most useful first
    a complete list of the school's posts, training, reports and policies (5 answers would be closer)
    whether the holder sits on the senior leadership team (1 answer would be closer)

Law as at Sat 21 Nov 2026; calendar Hill Top; bank holidays as announced to 31 Dec 2028. This is not official guidance."""


def rich():
    return without_the_floor(assess(RICH, [SCHOOL_POLICY, NON_NEGOTIABLES], calendar=HILL_TOP, on=FRIDAY))


def test_a_rich_child_of_oxfordshire_word_for_word():
    assert as_text(rich()) == EXPECTED


def test_every_state_is_there():
    assert {line.state for line in rich().lines} == set(State)
