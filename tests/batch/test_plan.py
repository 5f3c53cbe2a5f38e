import json

from small_workspace import MONTH

from smmtools.batch.plan import compute_plan, first_difference


def test_the_plan_without_notebooks_is_that_of_the_notebooks(executed):
    stored = (executed.reports / MONTH / "cafe" / "plan.json").read_text(encoding="utf-8")
    computed = compute_plan(executed, "cafe", MONTH)
    for key in ("client", "month", "inputs", "goals"):
        assert first_difference(_part(stored, key), _part(computed, key)) is None


def test_differences_are_named_by_their_path():
    assert first_difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}) == "a[1].b is 2, computed 3"
    assert first_difference({"a": [1]}, {"a": [1, 2]}) == "a has 1 entries, computed 2"
    assert first_difference({"a": 1}, {}) == "a is not computed"
    assert first_difference({}, {"a": 1}) == "a is missing"
    assert first_difference({"a": 1}, {"a": 1.0}) == "a is 1, computed 1.0"
    assert first_difference({"a": 1}, {"a": 1}) is None


def test_of_long_texts_the_part_that_differs_is_shown():
    before = "the same words again and again, " * 5
    found = first_difference(before + "478 in October", before + "578 in October")
    assert found == (
        "the whole is …e same words again and again, 478 in October, "
        "computed …e same words again and again, 578 in October"
    )


def _part(text: str, key: str) -> object:
    return json.loads(text)[key]
