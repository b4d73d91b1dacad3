"""Reports, word for word: one rich child, every state's line, and how much of the reasons each reader sees."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from carepolicy.adapters.declarations import post_looked_after_arrangements
from carepolicy.assessment import PolicyUsed, assess, statuses_on
from carepolicy.facts import (
    CARE,
    CARE_REVIEWS,
    PERMANENCE,
    SCHOOLING,
    Accommodation,
    CareOrder,
    CareReviewHeld,
    CareUnderOtherLaw,
    Child,
    DataWarning,
    Ended,
    JoinedSchool,
    Jurisdiction,
    PepCompleted,
    PepReviewed,
    Power,
    Source,
    Suspended,
    VirtualSchoolInformed,
)
from carepolicy.line import Line, State
from carepolicy.logic.deadline import Due
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import Detail, as_text, statuses_as_text
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict
from tests.situations.school import BORN, HILL_TOP

RICH = Child(
    "rich",
    born=date(2014, 5, 9),
    history=[
        Accommodation(
            power=Power.S20_1,
            start="2025-09-01",
            end="2025-11-03",
            ended_by=Ended.CONTINUES,
            source=Source("episodes.csv", (2,)),
        ),
        CareOrder(start="2025-11-03", source=Source("episodes.csv", (3,))),
        JoinedSchool(at="2025-09-03"),
        PepCompleted(at="2025-10-08"),
        PepReviewed(at="2026-02-10"),
        CareReviewHeld(at="2025-09-26"),
        Suspended(at="2026-03-12T10:20", days=2),
        VirtualSchoolInformed(at="2026-03-12T14:05"),
    ],
    complete=[CARE, PERMANENCE, SCHOOLING, CARE_REVIEWS],
    as_at=date(2026, 3, 20),
    warnings=[DataWarning("the same episode is here twice; one row is used", Source("episodes.csv", (4,)))],
)

EXPECTED = """\
rich  on Fri 20 Mar 2026

    looked after                  yes, since Mon 1 Sep 2025, to the end of Sat 8 May 2032 as things stand
    previously looked after       no
    social worker within 6 years  yes, since Mon 1 Sep 2025 or earlier, to the end of Sat 8 May 2032 as things stand

Stoke-on-Trent (undated; cites guidance of 2009 and 2014)
OPEN         STK-DT-4a   record of the child's views: owed for 198 calendar days
                         The child's voice is heard.
                         source: Designated Teacher (line 104) (local)
                         who must act: designated teacher
MET          STK-DT-5a   up-to-date PEP, since Tue 10 Feb 2026: in place
                         ePEPs are current.
                         source: Designated Teacher (line 105) (local)
OPEN         STK-DT-6b   assessment of progress: owed for 198 calendar days
                         Progress is tracked.
                         source: Designated Teacher (line 108) (local)
                         who must act: designated teacher
                         note: left open, since the words give no measure: how often it is tracked
OPEN         STK-CIC-2a  record of the child's views: owed for 198 calendar days
                         Children's voices are heard.
                         source: Children in Care (inline heading) (line 134) (local)
                         who must act: school
MET          STK-FTE-1a  notice to the virtual school on Thu 12 Mar 2026 14:05: in time
                         The virtual school hears of a suspension on the day it happens.
                         source: Inclusion and fixed term exclusion (line 189) (local)
                         due Thu 12 Mar 2026, on the day of the suspension (Thu 12 Mar 2026 10:20)
                         "on the day it occurs" is read as on the day: a day runs to midnight, and it occurs when it
                           is decided; the national rule is sooner, without delay
                         as on the day, by the close of school it would be Thu 12 Mar 2026, at a time that is not
                           known; as on the first day out it would be Thu 12 Mar 2026
OVERDUE      STK-FTE-1b  no notice to the social worker, 8 calendar days overdue
                         The social worker hears of a suspension on the day it happens.
                         source: Inclusion and fixed term exclusion (line 189) (local)
                         who must act: school
                         due Thu 12 Mar 2026, on the day of the suspension (Thu 12 Mar 2026 10:20)
                         "on the day it occurs" is read as on the day: a day runs to midnight, and it occurs when it
                           is decided; the national rule is sooner, without delay
                         as on the day, by the close of school it would be Thu 12 Mar 2026, at a time that is not
                           known; as on the first day out it would be Thu 12 Mar 2026
OVERDUE      STK-FTE-2a  no papers sent to the virtual school, 5 calendar days 13 hours overdue
                         The papers on a suspension go to the virtual school inside 48 hours.
                         source: Inclusion and fixed term exclusion (lines 189-190) (local)
                         who must act: school
                         due Sat 14 Mar 2026 10:20, 48 hours after the suspension (Thu 12 Mar 2026 10:20)
                         act by Fri 13 Mar 2026, the last useful day before it
                         counted from Thu 12 Mar 2026 to Sat 14 Mar 2026: 48 elapsed hours
                         "within 48 hours" is read as 48 hours: hours are elapsed hours, through nights and
                           weekends, and run from the decision
                         as 2 school days it would be Mon 16 Mar 2026; as 2 working days it would be Mon 16 Mar
                           2026; as 48 hours after the notice to the virtual school it would be Sat 14 Mar 2026
                           14:05
                         note: the papers count on the day they are sent
OVERDUE      STK-FTE-2b  no papers sent to the social worker, 5 calendar days 13 hours overdue
                         The papers on a suspension go to the social worker inside 48 hours.
                         source: Inclusion and fixed term exclusion (lines 189-190) (local)
                         who must act: school
                         due Sat 14 Mar 2026 10:20, 48 hours after the suspension (Thu 12 Mar 2026 10:20)
                         act by Fri 13 Mar 2026, the last useful day before it
                         counted from Thu 12 Mar 2026 to Sat 14 Mar 2026: 48 elapsed hours
                         "within 48 hours" is read as 48 hours: hours are elapsed hours, through nights and
                           weekends, and run from the decision
                         as 2 school days it would be Mon 16 Mar 2026; as 2 working days it would be Mon 16 Mar
                           2026; as 48 hours after the notice to the social worker it would be a date that nothing
                           on record gives yet
                         note: the papers count on the day they are sent
MISSED       STK-FTE-4   no search for education, 1 school day overdue when it ceased to be owed on Mon 16 Mar 2026
                         Schools actively try to find education from the first day of a suspension.
                         source: Inclusion and fixed term exclusion (lines 195-197) (local)
                         due Fri 13 Mar 2026, 1 school day after the suspension (Thu 12 Mar 2026 10:20)
                         counted from Fri 13 Mar 2026 to Fri 13 Mar 2026
                         "first day provision" is read as 1 school day: the words point to the national guidance,
                           which asks for it from the first school day following
                         as on the first day out it would be Thu 12 Mar 2026
                         note: the duty is to try; the national floor asks that it be provided (EX-8)
                         note: left open, since the words give no measure: whether the school tried actively enough
LATE         STK-PEP-1a  completed PEP on Wed 8 Oct 2025, 7 working days late
                         Every child in care has an up-to-date PEP from day 20 of coming into care.
                         source: PEPs and other plans (lines 237-239) (local)
                         due Mon 29 Sep 2025, 20 working days after becoming looked after (Mon 1 Sep 2025)
                         counted from Tue 2 Sep 2025 to Mon 29 Sep 2025; not counted: 8 days (8 weekend)
                         "20 days of coming into care" is read as 20 working days: the PEP must reach the first
                           review of care, due in 20 working days
                         as 20 school days it would be Tue 30 Sep 2025; as 20 calendar days it would be Sun 21 Sep
                           2025
                         note: a short break starts no clock for a plan or a review
LATE         STK-PEP-1b  completed PEP on Wed 8 Oct 2025, 5 school days late
                         Every child in care has an up-to-date PEP from day 20 of starting at a new school.
                         source: PEPs and other plans (lines 237-239) (local)
                         due Wed 1 Oct 2025, 20 school days after joining the school (Wed 3 Sep 2025)
                         counted from Thu 4 Sep 2025 to Wed 1 Oct 2025; not counted: 8 days (8 weekend)
                         "20 days of starting a new school" is read as 20 school days: no national clock runs from
                           joining, and only school staff act
                         as 20 working days it would be Wed 1 Oct 2025; as 20 calendar days it would be Tue 23 Sep
                           2025
                         note: a short break starts no clock for a plan or a review
MET          STK-PEP-1c  up-to-date PEP, since Tue 10 Feb 2026: in place
                         The ePEP is current, accurate and good.
                         source: PEPs and other plans (line 237) (local)
MET          STK-PEP-1d  PEP review on Tue 10 Feb 2026: in time
                         The PEP is reviewed in every term.
                         source: PEPs and other plans (line 239) (local)
                         due Fri 27 Mar 2026, once in Spring 2026, a term after that of the first completed PEP (Wed
                           8 Oct 2025)
                         "termly" is read as once in each term: national guidance asks for a review each term, and a
                           school year has three for this purpose
                         as once in each of the terms the school publishes it would be Fri 27 Mar 2026
                         note: a short break starts no clock for a plan or a review
                         note: the first PEP or review is that term's act; reviews fall due from the next term
NOT YET      STK-PEP-1d  PEP review: not owed yet
                         The PEP is reviewed in every term.
                         source: PEPs and other plans (line 239) (local)
                         who must act: designated teacher
                         due Tue 21 Jul 2026, once in Summer 2026, a term after that of the first completed PEP (Wed
                           8 Oct 2025)
                         "termly" is read as once in each term: national guidance asks for a review each term, and a
                           school year has three for this purpose
                         as once in each of the terms the school publishes it would be Tue 21 Jul 2026
                         note: a short break starts no clock for a plan or a review
                         note: the first PEP or review is that term's act; reviews fall due from the next term
CANNOT TELL  STK-PEP-1e  PEP review on Tue 10 Feb 2026: cannot tell
                         That termly review is a meeting of several agencies.
                         source: PEPs and other plans (line 239) (local)
                         who must act: designated teacher
                         note: how many agencies is not set
                         not known: whether agencies met for it

England (as at 21 November 2026)
MET          CP-6        review of the child's care on Fri 26 Sep 2025: in time
                         The care of a looked-after child is first reviewed within 20 working days of becoming
                           looked after.
                         source: SI 2010/959, reg.33(1) (must-law)
                         due Mon 29 Sep 2025, 20 working days after becoming looked after (Mon 1 Sep 2025)
                         counted from Tue 2 Sep 2025 to Mon 29 Sep 2025; not counted: 8 days (8 weekend)
                         note: a short break starts no clock for a plan or a review
OVERDUE      CP-7        no review of the child's care, 84 calendar days overdue
                         The second review of a child's care comes no more than 3 months after the first.
                         source: SI 2010/959, reg.33(2) (must-law)
                         who must act: local authority
                         due Fri 26 Dec 2025, again, 3 months after the review of the child's care (Fri 26 Sep 2025)
                         act by Fri 19 Dec 2025, the last useful day before it
                         counted from Sat 27 Sep 2025 to Fri 26 Dec 2025: the same day of the month, 3 months on
                         note: a short break starts no clock for a plan or a review
CANNOT TELL  CP-10       arrangement of a health assessment: cannot tell
                         A health assessment is arranged before the first placement, or failing that before the
                           first review of care.
                         source: SI 2010/959, reg.7(1) (must-law)
                         who must act: local authority
                         due between Thu 25 Sep 2025 and Fri 26 Sep 2025, before the review of the child's care (Fri
                           26 Sep 2025)
                         act by Thu 25 Sep 2025, the earliest that it may be due
                         note: left open, since the words give no measure: whether it was practicable to arrange it
                           before the placement
                         not known: the time of the event
                         not known: a complete list of the child's records of planning the child's care
CANNOT TELL  PEP-1       completed PEP on Wed 8 Oct 2025: cannot tell
                         The social worker starts the PEP with the care plan, within 10 working days of the child
                           coming into care.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018); SI 2010/959, reg.5(b)(ii) (should-statutory)
                         who must act: social worker
                         due Mon 15 Sep 2025, 10 working days after becoming looked after (Mon 1 Sep 2025)
                         counted from Tue 2 Sep 2025 to Mon 15 Sep 2025; not counted: 4 days (4 weekend)
                         note: a short break starts no clock for a plan or a review
                         note: a completed PEP shows that it was started
                         not known: a complete list of the child's records of planning the child's care
LATE         PEP-2       completed PEP on Wed 8 Oct 2025, 7 working days late
                         A looked-after child's PEP is ready for the first review of care, so within 20 working
                           days.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         due Mon 29 Sep 2025, 20 working days after becoming looked after (Mon 1 Sep 2025)
                         counted from Tue 2 Sep 2025 to Mon 29 Sep 2025; not counted: 8 days (8 weekend)
                         note: a short break starts no clock for a plan or a review
MET          PEP-3       PEP review on Tue 10 Feb 2026: in time
                         A looked-after child's PEP is reviewed in every school term.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         due Fri 27 Mar 2026, once in Spring 2026, a term after that of the first completed PEP (Wed
                           8 Oct 2025)
                         note: a short break starts no clock for a plan or a review
                         note: the first PEP or review is that term's act; reviews fall due from the next term
NOT YET      PEP-3       PEP review: not owed yet
                         A looked-after child's PEP is reviewed in every school term.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         who must act: social worker, designated teacher, virtual school
                         due Tue 21 Jul 2026, once in Summer 2026, a term after that of the first completed PEP (Wed
                           8 Oct 2025)
                         note: a short break starts no clock for a plan or a review
                         note: the first PEP or review is that term's act; reviews fall due from the next term
OPEN         PEP-4       PEP given to the designated teacher: owed for 198 calendar days
                         The social worker sees that the designated teacher has the current PEP on admission and
                           after each review.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         who must act: social worker
                         in no set time after joining the school (Wed 3 Sep 2025)
                         advised: chase it from the morning of Thu 4 Sep 2025 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Thu 4 Sep 2025 (our measure; the words
                           set no date)
OPEN         PEP-4       PEP given to the designated teacher: owed for 175 calendar days
                         The social worker sees that the designated teacher has the current PEP on admission and
                           after each review.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         who must act: social worker
                         in no set time after the review of the child's care (Fri 26 Sep 2025)
                         advised: chase it from the morning of Mon 29 Sep 2025 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Mon 29 Sep 2025 (our measure; the words
                           set no date)
DUE          PEP-7       annual report of the virtual school head: to be done
                         The virtual school head reports once in each year.
                         source: DfE, Promoting the education of looked-after and previously looked-after children
                           (Feb 2018) (should-statutory)
                         who must act: virtual school
                         due Tue 21 Jul 2026, again, once in each school year, a year after that of becoming looked
                           after (Mon 1 Sep 2025)
                         advised: aim for Tue 1 Sep 2026 (our advice: 12 months after the last)
                         note: the year is read as the school year
DUE          DT-3        report to the governors: to be done
                         The governing body considers a report of the designated teacher at least once a year.
                         source: DfE, The designated teacher for looked-after children (Feb 2018) (should-statutory)
                         who must act: governing body
                         due Tue 21 Jul 2026, again, once in each school year, a year after that of becoming looked
                           after (Mon 1 Sep 2025)
                         advised: aim for Tue 1 Sep 2026 (our advice: 12 months after the last)
                         note: the year is read as the school year
OPEN         EX-1        notice to the parent: owed for 8 calendar days
                         A head who suspends or excludes tells parent, council, and any social worker and virtual
                           school at once.
                         source: SI 2012/1033, reg.5(1)(a) and 5(3)(a); SI 2022/788 (must-law)
                         who must act: headteacher
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
                         note: left open, since the words give no measure: the notice of a permanent exclusion to
                           the home council where that is another
OPEN         EX-1        notice to the council: owed for 8 calendar days
                         A head who suspends or excludes tells parent, council, and any social worker and virtual
                           school at once.
                         source: SI 2012/1033, reg.5(1)(a) and 5(3)(a); SI 2022/788 (must-law)
                         who must act: headteacher
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
                         note: left open, since the words give no measure: the notice of a permanent exclusion to
                           the home council where that is another
OPEN         EX-1        notice to the social worker: owed for 8 calendar days
                         A head who suspends or excludes tells parent, council, and any social worker and virtual
                           school at once.
                         source: SI 2012/1033, reg.5(1)(a) and 5(3)(a); SI 2022/788 (must-law)
                         who must act: headteacher
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
                         note: left open, since the words give no measure: the notice of a permanent exclusion to
                           the home council where that is another
MET          EX-1        notice to the virtual school on Thu 12 Mar 2026 14:05: in time
                         A head who suspends or excludes tells parent, council, and any social worker and virtual
                           school at once.
                         source: SI 2012/1033, reg.5(1)(a) and 5(3)(a); SI 2022/788 (must-law)
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         note: left open, since the words give no measure: the notice of a permanent exclusion to
                           the home council where that is another
OPEN         EX-2        written notice to the parent: owed for 8 calendar days
                         A head who suspends or excludes gives the parent written notice without delay.
                         source: SI 2012/1033, reg.5(1)(b) and 5(3)(b) (must-law)
                         who must act: headteacher
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
CANNOT TELL  EX-3        notice to the governing body: cannot tell
                         Governors hear at once of what is permanent, over 5 days in a term or costs an exam, else
                           each term.
                         source: SI 2012/1033, reg.5(3) and 5(5) (must-law)
                         who must act: headteacher
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
                         note: each term is read as by the end of the term of the suspension
                         not known: a complete list of the child's records of schooling over the whole of that time;
                           whether an examination falls into the suspension
CANNOT TELL  EX-3        notice to the governing body: cannot tell
                         Governors hear at once of what is permanent, over 5 days in a term or costs an exam, else
                           each term.
                         source: SI 2012/1033, reg.5(3) and 5(5) (must-law)
                         who must act: headteacher
                         due Fri 27 Mar 2026, by the end of the term of the suspension (Thu 12 Mar 2026 10:20)
                         note: each term is read as by the end of the term of the suspension
                         not known: a complete list of the child's records of schooling over the whole of that time
OVERDUE      EX-4        no written notice to the parent, 6 school days overdue
                         By the end of the first day out the parent knows the days on which to keep the child from
                           public places.
                         source: SI 2007/1870, reg.6(2) (must-law)
                         who must act: headteacher
                         due Thu 12 Mar 2026, on the first day of the suspension (Thu 12 Mar 2026 10:20)
                         note: without delay all the same; the date is the long stop, the end of that day's
                           afternoon session
MISSED       EX-8        no education provided during the exclusion, 1 school day overdue when it ceased to be owed
                           on Mon 16 Mar 2026
                         A looked-after child who is suspended or excluded is taught from the first school day
                           following.
                         source: DfE, Suspension and permanent exclusion guidance (Aug 2024) (should-statutory)
                         due Fri 13 Mar 2026, 1 school day after the suspension (Thu 12 Mar 2026 10:20)
                         counted from Fri 13 Mar 2026 to Fri 13 Mar 2026
                         note: nothing falls due where the child is back by that day
CANNOT TELL  EX-16       suspension on Thu 12 Mar 2026 10:20: cannot tell
                         No child is suspended for more than 45 school days in a school year.
                         source: SI 2012/1033, reg.4 (must-law)
                         who must act: headteacher
                         not known: a complete list of the child's records of schooling over the whole of that time
CANNOT TELL  AT-3        new pupil return: cannot tell
                         The council has a return on a new pupil by the 5th day after the name was entered, whatever
                           day that is.
                         source: SI 2024/208, reg.13(1) (must-law)
                         who must act: school
                         due Mon 8 Sep 2025, 5 calendar days after joining the school (Wed 3 Sep 2025)
                         counted from Thu 4 Sep 2025 to Mon 8 Sep 2025
                         not known: whether it is the usual entry to the youngest class
DUE          RE-5        update of the curricular record: to be done
                         The curricular record is brought up to date once in every school year.
                         source: SI 2005/1437, reg.4 (must-law)
                         who must act: governing body
                         due undetermined, not before Tue 1 Sep 2026, again, once in each school year, a year after
                           that of joining the school (Wed 3 Sep 2025)
                         advised: aim for Thu 3 Sep 2026 (our advice: 12 months after the last)
                         note: it binds maintained schools
                         not known: the school's term dates of the school year after the act
DUE          RE-6        annual report to the parent: to be done
                         Parents have a report each year before the summer term is over.
                         source: SI 2005/1437, reg.6(2) (must-law)
                         who must act: headteacher
                         due undetermined, not before Tue 1 Sep 2026, again, once in each school year, a year after
                           that of joining the school (Wed 3 Sep 2025)
                         advised: aim for Thu 3 Sep 2026 (our advice: 12 months after the last)
                         note: it binds maintained schools
                         not known: the school's term dates of the school year after the act
OPEN         CG-1        careers guidance: owed for 198 calendar days
                         Independent careers guidance is there for pupils from year 7 on.
                         source: Education Act 1997, s.42A (must-law)
                         who must act: governing body
                         note: the year group is told by age; a child taught out of year may be in another

Asks for something in place, and nothing on record shows it or rules it out
    wants a complete list of the school's posts, training, reports and policies: STK-LEG-3a, STK-DT-1a, STK-DT-1c,
      STK-GOV-2a and 5 more

Rests on a statement, and none is on record
    by the school, the virtual school or social care: STK-INT-1, STK-WHY-1, STK-CP-1, STK-CP-2 and 5 more
    by the local authority: STK-WHY-2, STK-LEG-2a
    by the designated teacher or the virtual school: STK-IMP-8
    by the school, the virtual school, social care or the partner agency: STK-MOD-2, STK-MAW-1, STK-MAW-2, STK-MAW-3
    by the senior leadership team: STK-SLT-1, STK-SLT-3a, STK-SLT-3b, STK-SLT-4
    by the designated teacher: STK-DT-1b, STK-DT-1d, STK-DT-2a, STK-DT-2b and 13 more
    by the governing body: STK-GOV-1
    by the lead governor: STK-GOV-2b, STK-GOV-3, STK-GOV-4b
    by the school or the headteacher: STK-CAR-1a, STK-CAR-1c, STK-CAR-1d, STK-CIC-1a and 17 more
    by the school or the carer: STK-CAR-3
    by the school, the headteacher or the local authority: STK-ADM-1b
    by school staff: STK-MLN-2a, STK-MLN-2b
    by the virtual school: PP-1

Odd in the records
    episodes.csv row 4: the same episode is here twice; one row is used

What is missing, the most useful first
    a complete list of the school's posts, training, reports and policies (9 answers would be closer)
    a complete list of the child's records of planning the child's care (2 answers would be closer)
    a complete list of the child's records of schooling over the whole of that time (2 answers would be closer)
    whether agencies met for it (1 answer would be closer)
    a complete list of the child's records of schooling over the whole of that time; whether an examination falls into the suspension (1 answer would be closer)
    whether it is the usual entry to the youngest class (1 answer would be closer)

Law as at Sat 21 Nov 2026; calendar Hill Top; bank holidays as announced to 31 Dec 2028. This is not official guidance."""


def rich(**more):
    return assess(RICH, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 20), **more)


def test_a_rich_child_word_for_word():
    assert as_text(rich()) == EXPECTED


LINE = Line(
    "P", "P-1", "Something is done.", "page 4", (), "local", State.DUE, "report", "5 school days after joining the school",
    Instant.of("2026-03-02"), Due(Instant.of("2026-03-09"), Instant.of("2026-03-09"), date(2026, 3, 9)),
)  # fmt: skip
DONE, LEFT = Instant.of("2026-03-11"), Instant.of("2026-03-12")


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ({"state": State.NOT_YET}, "report: not owed yet"),
        ({"state": State.DUE}, "report: to be done"),
        ({"state": State.MET, "done": DONE}, "report on Wed 11 Mar 2026: in time"),
        (
            {"state": State.LATE, "done": DONE, "late_by": "2 school days"},
            "report on Wed 11 Mar 2026, 2 school days late",
        ),
        ({"state": State.OVERDUE, "late_by": "1 hour"}, "no report, 1 hour overdue"),
        ({"state": State.BREACH, "done": DONE, "due": None}, "report on Wed 11 Mar 2026: not allowed"),
        ({"state": State.OPEN, "age": 3, "due": Due(None, None)}, "report: owed for 3 calendar days"),
        ({"state": State.ENDED, "left": LEFT}, "report: ceased to be owed on Thu 12 Mar 2026, before it was due"),
        (
            {"state": State.MISSED, "left": LEFT, "late_by": "3 school days"},
            "no report, 3 school days overdue when it ceased to be owed on Thu 12 Mar 2026",
        ),
        ({"state": State.CANNOT_TELL}, "report: cannot tell"),
        ({"state": State.CANNOT_TELL, "done": DONE}, "report on Wed 11 Mar 2026: cannot tell"),
    ],
)
def test_every_state_has_its_own_words(changes, headline):
    told = as_text(evolve(rich(), lines=(evolve(LINE, **changes),), profiles=(PolicyUsed("P", "", Verdict.HOLDS, 1),)))
    assert f"{changes['state'].value:<13}P-1         {headline}" in " ".join(told.split("\n" + " " * 27))


def test_what_is_missing_is_told_the_most_useful_first():
    child = evolve(RICH, complete=[CARE])
    told = as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 20)))
    assert told.split("What is missing, the most useful first\n")[1].startswith(
        "    a complete list of the child's records of schooling (14 answers would be closer)\n"
    )


def test_the_default_shows_the_least_and_only_the_full_basis_shows_the_records():
    least, group, full = (as_text(rich(), detail=detail) for detail in Detail)
    assert "care order" not in least
    assert "under a care order (Children Act 1989, ss.31(1)(a), 105(1)) [CIC-1]" in group
    assert "episodes.csv row 3" not in group
    assert "care order since 3 Nov 2025, still running (episodes.csv row 3)" in full


def test_a_start_known_only_to_have_come_by_a_day_is_told_by_that_day_alone():
    child = Child("x", born=date(2014, 5, 9), history=[CareOrder(start="../2025-09-01")], complete=[CARE, SCHOOLING])
    told = " ".join(as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10))).split())
    assert (
        "due Mon 29 Sep 2025 at the latest, 20 working days after becoming looked after (some time up to Mon 1 Sep 2025)"
        in told
    )
    assert "2014" not in told.replace("cites guidance of 2009 and 2014", "")


def test_a_month_is_told_as_a_stretch():
    child = Child("x", born=date(2014, 5, 9), history=[CareOrder(start="2025-09")], complete=[CARE, SCHOOLING])
    told = " ".join(as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10))).split())
    assert "(some time from Mon 1 Sep 2025 to Tue 30 Sep 2025)" in told


def test_a_child_of_whom_nothing_is_known_may_be_owed_something():
    told = as_text(assess(Child("x", born=BORN), STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10)))
    assert "cannot tell whether anything is owed: it cannot be told whether the child is covered" in told
    assert "nothing open" not in told


def test_a_status_that_may_have_begun_earlier_says_so():
    child = Child("x", born=BORN, history=[CareOrder(start="../2025-09-01")], complete=[CARE])
    told = as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10)))
    assert "looked after                  yes, since Mon 1 Sep 2025 or earlier, to the end of Sat 8 May 2032" in told


def test_a_start_with_no_date_of_birth_is_told_from_the_record_on():
    child = Child("x", history=[CareOrder(start="2025-09-01")], complete=[CARE, SCHOOLING])
    told = " ".join(as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10))).split())
    assert "(some time from Mon 1 Sep 2025 on)" in told
    assert "9999" not in told


def test_what_cannot_be_told_of_a_clause_the_child_has_left_says_that_nothing_more_is_owed():
    stay = Accommodation(power="s.20(4)", start="2026-03-12", end="2026-03-13", ended_by=Ended.HOME_PLANNED)
    child = Child("x", born=BORN, history=[stay], complete=[CARE, PERMANENCE, SCHOOLING])
    told = " ".join(as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 20))).split())
    assert "however it turns out, nothing more is owed: what the clause covers ended on Fri 13 Mar 2026" in told


def test_a_group_of_reasons_says_of_each_whether_it_holds():
    child = Child("x", born=BORN, history=[CareOrder(start="2025-09-01")], complete=[CARE, PERMANENCE])
    told = as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10)), detail=Detail.GROUP)
    assert "        holds       under a care order (Children Act 1989, ss.31(1)(a), 105(1)) [CIC-1]" in told
    assert "        fails       living, under 18 and no longer looked after" in told


def test_the_knowledge_of_an_earlier_day_says_what_it_takes_as_known():
    told = as_text(rich(known_at=date(2026, 3, 1)))
    assert "; as known on Sun 1 Mar 2026, with whatever carries no date of entry." in told


def test_a_policy_with_nothing_open_says_so():
    child = Child("x", born=date(2014, 5, 9), complete=[CARE, PERMANENCE])
    assert "    nothing open, and nothing closed in this school year" in as_text(
        assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2025, 9, 10))
    )


def test_a_status_on_weaker_evidence_says_so_and_its_remarks_are_told_with_the_group():
    declared = post_looked_after_arrangements("G", on=date(2025, 10, 2))
    child = Child("x", born=BORN, history=declared, complete=[CARE])
    told = list(statuses_as_text(statuses_on(child, date(2026, 3, 20))))
    assert told[1].startswith(
        "    previously looked after       yes (declared, with no record seen), since Thu 2 Oct 2025"
    )
    in_scotland = CareUnderOtherLaw(start="2026-02-01", jurisdiction=Jurisdiction.SCOTLAND)
    child = Child("x", born=BORN, history=[in_scotland], complete=[CARE, PERMANENCE])
    told = list(statuses_as_text(statuses_on(child, date(2026, 3, 20)), detail=Detail.GROUP))
    assert told[2] == (
        "        note: D-8: in the care of an authority outside England: this counts for the duties of schools, not for "
        "admissions or the pupil premium"
    )
