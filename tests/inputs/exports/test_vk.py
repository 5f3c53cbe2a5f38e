import pandas as pd

from smmtools.inputs.exports import read

HEADER = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n'


def lines(*rows):
    return HEADER + "".join('"15.10.2026",{},{},{},{}\n'.format(*row) for row in rows)


def daily(export):
    table = export.tables["daily"]
    return dict(zip(table["measure"], table["value"], strict=True))


def test_each_criterion_becomes_its_measure(write):
    export = read(
        write(
            "stats.csv",
            lines(
                ("views", "", "", 30),
                ("visitors", "", "", 20),
                ("reach", "", "", 300),
                ("reach_subscribers", "", "", 150),
                ("members", "Новые участники", "", 7),
                ("members", "Вышедшие участники", "", 2),
                ("feedback", "Нравится", "", 5),
                ("feedback", "Рассказали друзьям", "", 3),
                ("feedback", "Комментарии", "", 1),
                ("reach_viral", "", "", 10),
            ),
        )
    )
    assert daily(export) == {
        "views": 30,
        "visitors": 20,
        "reach": 300,
        "subscribers_reached": 150,
        "follows": 7,
        "unfollows": 2,
        "likes": 5,
        "shares": 3,
        "comments": 1,
        "feedback": 9,
    }
    table = export.tables["daily"]
    assert set(table["platform"]) == {"vk"} and set(table["source_file"]) == {"stats.csv"}
    assert table["account"].isna().all()
    assert set(table["date"]) == {pd.Timestamp("2026-10-15")}
    assert export.warnings == []


def test_visitors_by_age_and_sex_as_counts_and_shares_of_the_day(write):
    audience = read(
        write(
            "stats.csv",
            lines(
                ("gender_age", "Ж", "18-21", 6),
                ("gender_age", "М", "45+", 2),
                ("cities", "Пермь", "", 3),
                ("gender", "Ж", "", 6),
            )
            + '"16.10.2026","cities","Пермь","",9\n',
        )
    ).tables["audience"]
    assert audience[["breakdown", "cell", "count", "share"]].values.tolist() == [
        ["age_sex", "F 18-21", 6, 0.75],
        ["age_sex", "M 45+", 2, 0.25],
        ["city", "Пермь", 3, 1.0],
        ["city", "Пермь", 9, 1.0],
    ]
    assert set(audience["population"]) == {"visitors"}


def test_places_without_a_name_are_added_up(write):
    export = read(write("stats.csv", lines(("countries", "", "", 1), ("countries", "", "", 2))))
    assert export.tables["audience"][["cell", "count"]].values.tolist() == [["unknown", 3]]
    assert export.warnings == []


def test_a_repeated_figure_counts_once(write):
    export = read(write("stats.csv", lines(("views", "", "", 30), ("views", "", "", 31))))
    assert daily(export) == {"views": 31}
    assert export.warnings == ["stats.csv: figures that stand more than once: 1; the last of each is kept."]


def test_a_blank_value_is_missing(write):
    assert read(write("stats.csv", lines(("views", "", "", "")))).tables["daily"]["value"].isna().all()


def test_figures_not_known_are_named(write):
    export = read(write("stats.csv", lines(("stories", "", "", 3), ("members", "Гости", "", 1))))
    assert export.warnings == [
        "stats.csv: figures not known here were left out: members Гости, stories.",
        "stats.csv: it gives no rows.",
    ]
