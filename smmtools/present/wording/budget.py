"""The sentences of stage 07, budget."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("B1", "no estimate"): (
        _("No estimate is decided, so nobody can say what the next month costs."),
        _("Write its lines under decisions: budget in client.yml."),
    ),
    ("B1", "no rate"): (
        _("Amounts in {currency} cannot be reckoned: the brief gives no rate, and none is assumed."),
        _("Add the rate with its date and source under fx: in client.yml."),
    ),
    ("B1", "within the cap"): (
        _(
            "The month planned costs {p50:amount}, nine times in ten at most {p90:amount}, within the cap of {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        NOTHING_TO_DO,
    ),
    ("B1", "near the cap"): (
        _(
            "The month planned costs {p50:amount}, nine times in ten at most {p90:amount}; the cap is {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        _("Fix the prices that drive the spread, or agree a reserve with the client."),
    ),
    ("B1", "over the cap"): (
        _(
            "The month planned costs {p50:amount}, above the cap of {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        _("Take out the lines that serve the goal least, or agree another cap."),
    ),
    ("B1", "no spend"): (
        _("No file says what was spent in {month:month}."),
        _("Ask for the ad account's report by day."),
    ),
    ("B1", "no approved plan"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}; no approved plan says how much it should have been."
        ),
        _("Approve the next month's plan before it begins: smmtools approve."),
    ),
    ("B1", "spent as approved"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}; {approved:amount} was approved ({against:against}, version {version})."
        ),
        NOTHING_TO_DO,
    ),
    ("B1", "overspent"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}; {approved:amount} was approved ({against:against}, version {version})."
        ),
        _("Find the campaign that ran over, and agree on it with the client before the next month."),
    ),
    ("B1", "spend unseen"): (
        _(
            "Of the plan approved for {month:month}, {unseen:amount} for {parts:channels} is in no export, so whether it was spent is not known and it stands outside the comparison."
        ),
        _("Ask for the bills or the ad account's report, and add it under data/clients."),
    ),
    ("B1", "split as estimated"): (
        _(
            "The estimate expects {estimated:amount} for ads and placements, and the split divides {divided:amount}; channel by channel they agree within {limit:percent} of the estimate."
        ),
        NOTHING_TO_DO,
    ),
    ("B1", "split and estimate differ"): (
        _(
            "The estimate expects {estimated:amount} for ads and placements, the split divides {divided:amount}; they differ for {apart:apart}."
        ),
        _("Bring the estimate's lines and the split together before the client signs either."),
    ),
    ("R7.1", "fraud"): (
        _(
            "{item}: pays for what is not there. Bought followers, likes and views are a sign of fraud, never a service."
        ),
        _("Strike the line, and ask who proposed it."),
    ),
    ("R7.1", "outside the band"): (
        _(
            "{item}: {price:amount} a {unit}, where the reference is {low:amount} to {high:amount} ({source}, {date})."
        ),
        _("Ask what the difference pays for; the reference is old and a mark, not a limit."),
    ),
    ("R7.1", "prices fit"): (
        _("{lines:count} lines have a reference band, and their prices lie within it."),
        NOTHING_TO_DO,
    ),
    ("R7.1", "no bands"): (
        _("No reference band fits the lines' services and currency."),
        _("Set the prices against offers of at least two suppliers."),
    ),
    ("R7.2", "no value"): (
        _("{item}: serves no indicator, so nobody can say what the client gets for it."),
        _("Name the indicator that it serves, or strike the line."),
    ),
    ("R7.2", "ads without content"): (
        _("Ads are paid for, yet no line pays for content: clicks then lead to nothing worth following."),
        _("Add the content, or spend the ads' money on it."),
    ),
    ("R7.2", "all of value"): (
        _("Each of the {lines:count} lines names the indicator that it serves."),
        NOTHING_TO_DO,
    ),
}

HEADLINES: Mapping[str, str] = {
    "budget": _("{month:month} is planned at {p50:amount} ({p10:amount} to {p90:amount}), cap {cap:amount}."),
    "budget, no estimate": _("No estimate is decided for {month:month}."),
    "budget, no rate": _("{month:month} cannot be estimated: the rate of {currency} is missing."),
}

FINDINGS: Mapping[str, str] = {
    "budget estimate": _(
        "{month:month} costs {low:amount} to {high:amount} if each price falls out by itself, {together_low:amount} to {together_high:amount} if all move together; the cap is {cap:amount}."
    ),
    "estimate title": _("What {month:month} may cost"),
    "no estimate": _("There is no estimate to show."),
    "drivers": _("What drives the spread: {lines:words}."),
    "no drivers": _("All prices are fixed: there is no spread."),
    "inside": _(
        "For the agency only. The fee is {fee:amount}, the lines with a stated cost bring {charged:amount} and cost us {our_cost:amount}: a margin of {margin:amount}, fee included, for {hours:count} hours."
    ),
    "inside, no fee": _(
        "For the agency only. No fee is decided. The lines with a stated cost bring {charged:amount} and cost us {our_cost:amount}: a margin of {margin:amount} for {hours:count} hours."
    ),
}

ESTIMATE_OF = _("Estimate of {month:month}")

SHARE_OF_SPREAD = _("{item} ({share:percent} of it)")

APART = _("{where:channel} (estimate {estimated:amount}, split {divided:amount})")
"""Where the estimate and the split differ."""

BOTH_CASES = (_("each price by itself"), _("all prices together"))

CAP = _("cap {cap:amount}")

A_UNIT = _("{kind:term} per {unit}")
"""The service of a reference price."""

NO_LINE = _("no line of this service, unit and currency")
BESIDE_NOTHING: Mapping[str, str] = {"bots": _("a sign of fraud, never a line")}
"""What stands where no line is set beside a band."""

FILE = "budget/budget.xlsx"
WHAT_FOR = _(
    "For reckoning with: the estimate, the split and its scenarios; totals are formulas, so that a changed price shows at once."
)
"""What the spreadsheet is for."""

SHEETS: Mapping[str, str] = {
    "estimate": _("Estimate"),
    "split": _("Split"),
    "scenarios": _("Scenarios"),
    "payback": _("Payback"),
}
BOOK_NOTE = _(
    "Amounts in {currency}. White cells may be changed; grey ones are formulas. What a changed spend would bring is not reckoned here: run the workbook again."
)
ESTIMATE_COLUMNS = (
    _("item"), _("kind"), _("channel"), _("quantity"), _("unit"), _("currency"), _("rate"), _("low"),
    _("most likely"), _("high"), _("expected"), _("share of the total"), _("share of the cap"), _("serves"),
)  # fmt: skip
SPLIT_COLUMNS = (
    _("channel"), _("network"), _("kind"), _("least"), _("most"), _("last month"), _("spend"),
    _("share of the spend"), _("brings"), _("one in ten below"), _("one in ten above"), _("each costs"),
    _("one more costs"),
)  # fmt: skip
SCENARIO_COLUMNS = (_("scenario"), _("total"), _("caution"))
SCENARIO_ENDS = (
    _("spent"),
    _("unspent"),
    _("brings"),
    _("poor case"),
    _("one costs"),
    _("more than the split"),
)
PAYBACK_COLUMNS = (
    _("channel"), _("contacts from"), _("to"), _("ads and placements"), _("content"), _("orders so far"),
    _("sales so far"), _("known by now"), _("margin in all"), _("left over"), _("repaid in days"),
)  # fmt: skip
BOOK: Mapping[str, str] = {
    "total": _("Total"),
    "cap": _("Cap"),
    "left": _("Left below the cap"),
    "risks": _("Expected loss of a month's risks"),
    "left with risks": _("Left below the cap with it"),
    "p10": _("One in ten below"),
    "p50": _("Middle"),
    "p90": _("Nine in ten below"),
    "independent": _("each price by itself"),
    "together": _("all prices together"),
    "to divide": _("To be divided"),
    "unspent": _("Unspent"),
    "margin": _("A conversion leaves"),
    "left over": _("Margin less spend"),
    "split": _("the split"),
    "settled": _("settled on"),
    "all": _("all social channels"),
}
"""The words of the spreadsheet beside its columns."""
