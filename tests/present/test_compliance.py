"""What is shown of compliance: sentences, tables, the record and the samples' stories."""

import ast
import itertools
from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.methods import load_methods
from smmtools.inputs.workspace import Workspace
from smmtools.present import compliance as shown
from smmtools.present import wording
from smmtools.present.voice import Voice
from smmtools.strategy import compliance, site
from smmtools.strategy.planned_acts import Act

ROOT = Path(__file__).parents[2]
SAMPLES = ("pizza", "toys", "jewellery", "cars", "newcomer")


@pytest.fixture(scope="module")
def found():
    """The samples' compliance in October 2026."""
    return {slug: compliance.assess(open_client(slug, "2026-10", Workspace(ROOT))) for slug in SAMPLES}


def findings_in(module):
    """Every finding that a module's calls name: of a verdict, or of what blocks."""
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Verdict", "_blocked"):
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield from (word for word in words if isinstance(word, str) and word not in ("X1", "X5"))


def test_every_finding_has_its_sentences():
    said = {finding for rule, finding in wording.VERDICTS if rule in ("X1", "X5")}
    assert {*findings_in(compliance), *findings_in(site)} <= said


def test_every_method_disagreement_and_principle_has_its_words():
    methods = load_methods(ROOT / "data" / "reference")
    assert {rule.method for rule in methods.rules} == set(wording.compliance.METHODS)
    words = {rule.disagreement for rule in methods.rules if rule.disagreement}
    assert words == set(wording.compliance.DISAGREEMENTS)
    assert {each.key for each in site.PRINCIPLES} == set(wording.compliance.PRINCIPLES)


def test_an_entry_is_named_by_where_it_stands():
    voice = Voice("en")
    said = [voice.act(Act(kind, name, "A")) for kind, name in (("line", "Ads"), ("contest", "2026-11-15"))]
    assert said == ["The line “Ads” of the estimate", "The contest of Nov 15, 2026"]
    assert voice.act(Act("contest", "", "A")) == "The contest"
    assert voice.act(Act("attraction", "hashtags", "A")) == "Hashtags as a way to attract people"


def test_no_sample_is_blocked_and_each_tells_its_story(found):
    assert [slug for slug in SAMPLES if found[slug].blocked] == []
    told = {slug: {each.finding for each in found[slug].verdicts if each.rule == "X1"} for slug in SAMPLES}
    assert told == {
        "pizza": {"all white", "all disclosed", "selling, no advertising"},
        "toys": {"all white", "all disclosed"},
        "jewellery": {"all white", "all disclosed", "grey refused, too many live"},
        "cars": {"all white"},
        "newcomer": {"nothing planned"},
    }


def test_the_jewellers_refused_request_shows_who_asked_and_how_many_are_alive(found):
    (row,) = shown.refused(found["jewellery"]).rows
    assert row[0] == "mass following" and row[2] == "The owner" and row[-1] == "✓\N{NO-BREAK SPACE}PASS"
    assert found["jewellery"].refused[0].live.bound > 200


def test_the_record_says_that_it_is_no_legal_advice_and_what_was_judged(found):
    content = shown.compliance_record(found["pizza"])["content"]
    assert content["note"] == "This is no legal advice: a lawyer confirms what holds."
    assert (content["blocked"], content["reasons"], content["month"]) == (False, [], "2026-11")
    entry = next(each for each in content["entries"] if each["judged"] == "disclosure")
    assert (entry["name"], entry["verdict"]) == ("vkusny_ural", "PASS")
    assert entry["rule"]["jurisdiction"] == "RU"
    assert {each["colour"] for each in content["entries"]} == {"white", None}
    (selling,) = [each for each in content["entries"] if each["colour"] is None]
    assert (selling["kind"], selling["name"], selling["verdict"]) == ("selling", "instagram", "REVIEW")
    assert content["site"]["comment_form"] is False


def test_headlines_count_what_is_planned(found):
    assert shown.headline(found["newcomer"]) == "Nothing is planned that could be judged yet."
    cars = shown.headline(found["cars"])
    assert cars.startswith("All that names a method or pays for a mention is allowed (entries: ")
    assert f"{found['cars'].unnamed} entries name no method and were read by their words only." in cars
    assert shown.headline(found["jewellery"]).endswith(" Asked for and refused: mass following.")


def test_every_row_has_every_column(found):
    tables = (shown.methods, shown.exceptions, shown.refused, shown.site)
    for table, slug in itertools.product(tables, SAMPLES):
        made = table(found[slug])
        assert all(len(row) == len(made.columns) for row in made.rows)


def test_the_law_is_shown_by_the_name_of_the_place(found, capsys):
    shown.show_law(found["toys"])
    assert "Judged by the law of Germany" in capsys.readouterr().out
