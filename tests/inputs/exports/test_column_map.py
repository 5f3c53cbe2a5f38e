"""Column maps: files that only the client's analyst knows, as csv and as a workbook."""

import pandas as pd
import pytest
import xlsxwriter

from smmtools.errors import ExportError
from smmtools.inputs.exports import read

MAP = """
table: posts
constants: {platform: vk, account: pechka, role: own}
columns:
  post_id: "ID"
  published: "Дата поста (UTC)"
  format: "Формат"
  likes: "Лайки"
  duration: "Длина, с"
  paid: "Реклама"
dates: "%d.%m.%Y %H:%M"
zone: UTC
decimal: ","
thousands: " "
missing: ["нет"]
values:
  format: {"фото": photo, "видео": video}
  paid: {"да": true, "нет": false}
"""
HEADER = "ID;Дата поста (UTC);Формат;Лайки;Длина, с;Реклама;Прочее\n"
ROW = "7;31.10.2026 20:30;Фото ;1 204;2,5;да;x\n"
FILE = "exports/posts-2026-11-02.csv"


@pytest.fixture
def mapped(write):
    """Write an export beside a column map and give the export's path."""

    def write_both(content=HEADER + ROW, column_map=MAP, name=FILE):
        write("maps/posts.yml", column_map)
        return write(name, content)

    return write_both


def test_a_map_makes_a_tidy_table(mapped):
    export = read(mapped(), zone="Asia/Yekaterinburg")
    assert export.format == "column-map"
    assert list(export.tables) == ["posts"]
    assert export.tables["posts"].iloc[0].dropna().to_dict() == {
        "platform": "vk",
        "account": "pechka",
        "role": "own",
        "post_id": "7",
        "published": pd.Timestamp("2026-11-01 01:30", tz="Asia/Yekaterinburg"),
        "exported_on": pd.Timestamp("2026-11-02"),
        "format": "photo",
        "duration": 2.5,
        "paid": True,
        "likes": 1204,
        "source_file": "posts-2026-11-02.csv",
    }
    assert export.warnings == []


def test_a_word_of_the_map_goes_before_a_mark_of_no_figure(mapped):
    rows = ROW.replace(";да;", ";нет;") + ROW.replace("7;", "8;", 1).replace(";да;", ";-;")
    assert read(mapped(HEADER + rows)).tables["posts"]["paid"].tolist() == [False, pd.NA]


def test_posts_of_two_accounts_may_have_one_number(mapped):
    column_map = MAP.replace("account: pechka, ", "").replace("columns:", 'columns:\n  account: "Прочее"')
    rows = ROW + ROW.replace(";x", ";y") + ROW.replace("1 204", "5")
    export = read(mapped(HEADER + rows, column_map))
    assert export.tables["posts"][["account", "likes"]].values.tolist() == [["y", 1204], ["x", 5]]


def test_a_constant_and_one_column_for_both_ends_of_a_period(write):
    column_map = """
table: traffic
constants: {medium: social}
columns: {start: Day, end: Day, source: From, sessions: Visits}
"""
    write("maps/visits.yml", column_map)
    traffic = read(write("exports/visits.csv", "Day,From,Visits\n2026-10-31,vk,40\n")).tables["traffic"]
    day = pd.Timestamp("2026-10-31")
    assert traffic[["start", "end", "source", "medium", "sessions"]].values.tolist() == [
        [day, day, "vk", "social", 40]
    ]


def test_times_with_an_offset(mapped):
    column_map = MAP.replace("%H:%M", "%H:%M %z")
    posts = read(mapped(HEADER + ROW.replace("20:30", "20:30 +0300"), column_map)).tables["posts"]
    assert posts["published"].tolist() == [pd.Timestamp("2026-10-31 17:30", tz="UTC")]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_any_separator(separator, mapped):
    cells = [[f'"{cell}"' for cell in line.split(";")] for line in (HEADER + ROW).splitlines()]
    content = "\n".join(separator.join(line) for line in cells)
    assert read(mapped(content)).tables["posts"]["duration"].tolist() == [2.5]


def test_the_files_own_mark_for_no_figure(mapped):
    posts = read(mapped(HEADER + ROW.replace("1 204", "нет").replace("2,5", "-"))).tables["posts"]
    assert posts[["likes", "duration"]].isna().all(axis=None)


def test_a_sheet_without_its_last_line_end_may_be_cut_off(mapped):
    export = read(mapped((HEADER + ROW)[:-1]))
    assert export.tables["posts"]["likes"].tolist() == [1204]
    told = "it does not end with a line end: if it was cut off, its last record is not whole."
    assert export.warnings == [f"posts-2026-11-02.csv: {told}"]


def test_a_map_beside_the_file_works_and_other_yaml_there_is_no_map(write):
    write("client.yml", "name: Pechka Pizza\n")
    write("posts.yml", MAP)
    assert read(write("posts-2026-11-02.csv", HEADER + ROW)).format == "column-map"


def test_a_workbook(mapped, tmp_path):
    path = mapped().with_name("posts-2026-11-02.xlsx")
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("About").write(0, 0, "Made for Pechka Pizza")
        sheet = book.add_worksheet("Posts")
        sheet.write_row(1, 0, HEADER.strip().split(";"))
        sheet.write_row(2, 0, [7, "31.10.2026 20:30", "видео", 1204, 2.5, "да"])
        day = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        sheet.write_row(4, 0, [8, None, "фото", None, "2,5", "нет"])
        sheet.write_datetime(4, 1, pd.Timestamp("2026-10-31 21:30").to_pydatetime(), day)
    posts = read(path).tables["posts"]
    assert posts["post_id"].tolist() == ["7", "8"]
    assert posts["published"].dt.strftime("%d %H:%M").tolist() == ["31 20:30", "31 21:30"]
    assert posts["duration"].tolist() == [2.5, 2.5]
    assert posts["likes"].fillna(-1).tolist() == [1204, -1]


def test_a_long_number_that_a_workbook_has_rounded_is_a_fault(mapped, faults):
    path = mapped().with_name("posts-2026-11-02.xlsx")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Posts")
        sheet.write_row(0, 0, HEADER.strip().split(";"))
        sheet.write_row(1, 0, [18068300000000000, "31.10.2026 20:30", "видео", 3, 2, "да"])
    assert faults(path)[0][0] == "'1.80683e+16' is a number that a spreadsheet has shortened"


def test_a_faulty_cell_of_a_workbook_is_named_by_sheet_and_row(mapped, faults):
    path = mapped().with_name("posts-2026-11-02.xlsx")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Posts")
        sheet.write_row(0, 0, HEADER.strip().split(";"))
        sheet.write_row(1, 0, [7, "31.10.2026 20:30", "видео", -3, "long", "да"])
    assert faults(path) == [
        ("'-3' is negative, and this is a count", f'{path.name}, sheet "Posts", row 2, column "Лайки"'),
        ("'long' is not a duration", f'{path.name}, sheet "Posts", row 2, column "Длина, с"'),
    ]


def test_a_word_not_in_the_map_is_a_fault(mapped, faults):
    assert faults(mapped(HEADER + ROW + ROW.replace("Фото ", "клип"))) == [
        (
            "'клип' is not among the words of the column map",
            'posts-2026-11-02.csv, line 3, column "Формат"',
        )
    ]


def test_a_blank_key_is_a_fault(mapped, faults):
    assert faults(mapped(HEADER + ROW.replace("7;", ";", 1))) == [
        ("this cell must not be blank", 'posts-2026-11-02.csv, line 2, column "ID"')
    ]


def test_the_map_with_most_columns_is_taken(write, mapped):
    write("maps/few.yml", MAP.replace('  likes: "Лайки"\n', ""))
    assert read(mapped()).tables["posts"]["likes"].tolist() == [1204]


def test_two_maps_that_fit_equally_well_are_a_fault(write, mapped, faults):
    write("maps/again.yml", MAP)
    assert faults(mapped()) == [
        ("2 column maps fit equally well: again.yml, posts.yml", "posts-2026-11-02.csv")
    ]


def test_a_map_for_another_file_does_not_fit(mapped, faults):
    assert faults(mapped("ID;Формат\n7;фото\n"))[0][0].startswith("no platform's export known here")


def test_a_platforms_own_format_needs_no_map(mapped):
    vk = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n"15.03.2020","views","","",22\n'
    assert read(mapped(vk, MAP + "colour: red")).format == "vk-statistics"


@pytest.mark.parametrize(
    ("was", "becomes", "what", "where", "mend"),
    [
        ("table: posts", "table: post", "there is no table 'post'", "table", "write 'posts'."),
        ("dates:", "date:", "a column map has no key 'date'", "date", "write 'dates'."),
        ("  likes:", "  like:", "posts has no column 'like'", "columns.like", "write 'likes'."),
        ("zone: UTC", "zone: Mars", "there is no time zone 'Mars'", "zone", "write it as Europe/Sofia."),
        (
            '"%d.%m.%Y %H:%M"',
            "day first",
            "'day first' is no format of dates with a year",
            "dates",
            "write it as %d.%m.%Y %H:%M (strptime).",
        ),
        (
            '  post_id: "ID"\n',
            "",
            "a row of posts needs 'post_id', and the map does not say it",
            "columns",
            "name its column, or give it as a constant.",
        ),
        (
            '"%d.%m.%Y %H:%M"',
            '"%d.%m %H:%M"',
            "'%d.%m %H:%M' is no format of dates with a year",
            "dates",
            "write it as %d.%m.%Y %H:%M (strptime).",
        ),
        (
            '"%d.%m.%Y %H:%M"',
            '"%Q %Y"',
            "'%Q %Y' is no format of dates with a year",
            "dates",
            "write it as %d.%m.%Y %H:%M (strptime).",
        ),
        (
            '"фото": photo',
            '"фото": foto',
            "'foto' is no word for posts.format",
            "values.format.фото",
            "write 'photo'.",
        ),
        (
            "role: own",
            "role: rival",
            "'rival' is no word for posts.role",
            "constants.role",
            "write one of: collaborator, competitor, own.",
        ),
        (
            "account: pechka",
            "account: [pechka]",
            "['pechka'] cannot stand in posts.account (str)",
            "constants.account",
            "correct the value.",
        ),
        (
            "role: own",
            "exported_on: 31.10.2026",
            "'31.10.2026' cannot stand in posts.exported_on (datetime64[us])",
            "constants.exported_on",
            "correct the value.",
        ),
        (
            "role: own",
            "likes: 5",
            "'likes' is both a column and a constant",
            "constants.likes",
            "keep one of them.",
        ),
        (
            "role: own",
            "views: many",
            "'many' cannot stand in posts.views (Int64)",
            "constants.views",
            "correct the value.",
        ),
        (
            '"да": true',
            '"да": perhaps',
            "'perhaps' cannot stand in posts.paid (boolean)",
            "values.paid.да",
            "correct the value.",
        ),
        (
            "  paid: {",
            "  labels: {",
            "'labels' is not among the map's columns",
            "values.labels",
            "write one of: duration, format, likes, paid, post_id, published.",
        ),
        ('decimal: ","', 'decimal: "x"', "'x' is not valid here", "decimal", "input should be '.' or ','."),
        (
            'thousands: " "',
            'thousands: ","',
            "the thousands sign is the decimal sign",
            "thousands",
            "correct one of them.",
        ),
    ],
)
def test_a_faulty_map_is_told_by_file_and_key(was, becomes, what, where, mend, mapped):
    assert was in MAP
    with pytest.raises(ExportError) as caught:
        read(mapped(column_map=MAP.replace(was, becomes)))
    fault = caught.value.faults[0]
    assert (fault.what, fault.where, fault.mend) == (what, f"posts.yml, {where}", mend)


@pytest.mark.parametrize(
    ("content", "what", "where"),
    [
        ("table: posts\ncolumns: [", "the column map is no valid YAML: ", "posts.yml, line 2"),
        ("table: posts\ntable: ads\n", "the column map is no valid YAML: ", "posts.yml, line 2"),
        ("- posts\n", "the column map holds no keys", "posts.yml"),
        ("", "the column map holds no keys", "posts.yml"),
        (b"table: \xff\xfe", "the column map is not UTF-8", "posts.yml"),
        ("table: posts", "the column map does not say its columns", "posts.yml"),
        ("table: posts\ncolumns: {}", "{} is not valid here", "posts.yml, columns"),
    ],
)
def test_a_map_that_is_no_map(content, what, where, mapped, faults):
    found = faults(mapped(column_map=content))
    assert found[0][0].startswith(what) and found[0][1] == where


def test_faults_of_several_maps_are_told_at_once(write, mapped, faults):
    write("maps/orders.yml", "table: orders\ncolumns: {order_id: N}\n")
    found = faults(mapped(column_map=MAP + "colour: red\n"))
    assert [where for _, where in found] == [
        "orders.yml, columns",
        "orders.yml, columns",
        "posts.yml, colour",
    ]


NUMBERED = """
table: posts
numbered: post_id
constants: {platform: vk, role: own, published: 2026-10-01}
columns: {likes: Likes}
"""


def test_records_without_an_id_are_numbered_and_a_constant_may_be_a_day(write):
    write("maps/likes.yml", NUMBERED)
    posts = read(
        write("exports/likes-2026-11-02.csv", "Likes,Other\n7,x\n9,y\n"), zone="Europe/Sofia"
    ).tables["posts"]
    day = pd.Timestamp("2026-10-01", tz="Europe/Sofia")
    assert posts[["post_id", "published", "likes"]].values.tolist() == [["1", day, 7], ["2", day, 9]]


def test_only_a_text_can_be_a_number(write, faults):
    write("maps/likes.yml", NUMBERED.replace("numbered: post_id", "numbered: views"))
    assert ("posts has no text column 'views'", "likes.yml, numbered") in faults(
        write("exports/likes.csv", "Likes,Other\n7,x\n")
    )


def test_days_of_a_map_are_the_clients_days(write):
    write(
        "maps/days.yml",
        NUMBERED.replace(", published: 2026-10-01", "").replace("Likes}", "Likes, published: Day}"),
    )
    export = read(write("exports/d-2026-11-02.csv", "Likes,Day\n7,2026-10-01\n"), zone="Asia/Kuala_Lumpur")
    assert export.tables["posts"]["published"].tolist() == [
        pd.Timestamp("2026-10-01", tz="Asia/Kuala_Lumpur")
    ]
    assert export.warnings == [
        'd-2026-11-02.csv: "Day" gives days without hours: everything stands at midnight.'
    ]
