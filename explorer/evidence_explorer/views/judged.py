"""How was this judged? What assessors concluded of an element, and why, where the state stands."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Child, Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import explaining, parts
from evidence_explorer.words import Words
from evidence_graph.queries.told_answers import AssessmentOf, ConcernOf


def judged(found: Sequence[AssessmentOf], words: Words, selection: Selection) -> Markup:
    """Tell how the states of an element came about.

    Args:
        found: the assessments of the element, whatever their status.
        words: the words.
        selection: the present view.

    Returns:
        A section that opens: each assessment with its reasons, or that there is none yet.
    """
    rule = tag(
        "p",
        words.say(
            "A state comes from a published assessment by two assessors alone. "
            "How many findings there are does not decide it."
        ),
        " ",
        explaining.judging(words, selection),
    )
    nobody = tag("p", words.say("Nobody has assessed this element yet, in any domain."))
    return tag(
        "details",
        tag("summary", words.say("How was this judged?")),
        rule,
        parts.bullets((_assessment(one, words) for one in found), class_="judged")
        if found
        else nobody,
        class_="help",
        open=bool(found),
    )


def _assessment(one: AssessmentOf, words: Words) -> Markup:
    outcomes = ", ".join(words.text(outcome.label) for outcome in one.outcomes)
    conclusion = [
        words.concept(name, code)
        for name, code in (
            ("Coverage", one.coverage),
            ("EffectDirection", one.direction),
            ("Certainty", one.certainty),
        )
        if code
    ]
    facts: list[tuple[str, Child]] = [
        (words.say("Conclusion"), "; ".join(conclusion)),
        (words.say("Contested"), words.say("yes") if one.contested else None),
        (words.say("Outcome"), outcomes),
        (words.say("Why"), words.text(one.rationale)),
        (words.say("Why it differs from what the rules propose"), words.text(one.deviation)),
        (words.say("What lowers the certainty"), _concerns(one.concerns, words)),
        (words.say("Based on"), _basis(one, words)),
        (words.say("Assessed by"), ", ".join(one.assessors)),
        (words.say("When"), _dates(one, words)),
    ]
    return tag(
        "div",
        tag(
            "p",
            tag("strong", words.text(one.domain.label)),
            " ",
            tag("span", words.concept("Lane", one.lane), class_="badge"),
            explaining.explain("Lane", one.lane, words),
            tag("span", words.concept("AssessmentStatus", one.status), class_="badge"),
        ),
        parts.facts(facts),
    )


def _basis(one: AssessmentOf, words: Words) -> str:
    return words.count("{number} finding", "{number} findings", one.finding_count)


def _dates(one: AssessmentOf, words: Words) -> str:
    known = (
        (one.assessed_on, words.say("assessed on {day}", day=words.date(one.assessed_on))),
        (one.published_on, words.say("published on {day}", day=words.date(one.published_on))),
        (
            one.review_due,
            words.say("to be looked at again by {day}", day=words.date(one.review_due)),
        ),
    )
    return ", ".join(said for day, said in known if day)


def _concerns(found: Sequence[ConcernOf], words: Words) -> Markup | None:
    if not found:
        return None
    return parts.bullets(
        tag(
            "span",
            tag("strong", words.concept("Criterion", one.criterion)),
            f" ({words.concept('Seriousness', one.seriousness)}): ",
            words.text(one.text),
        )
        for one in found
    )
