"""What ``smmtools read`` tells of a file, and the column map that it proposes."""

import json

import pytest
from typer.testing import CliRunner

from smmtools.cli import app
from smmtools.errors import CallError
from smmtools.inputs.exports import read
from smmtools.inputs.exports.examine import examine, told

POSTS = (
    '"Post ID","Page name","Publish time","Post type",Views,Reach,Reactions\n'
    "1,Pechka,03/18/2025 12:59,Photos,1200,37,3\n2,Pechka,03/19/2025 12:59,Photos,52,30,4\n"
)
SERIES = '"Instagram reach"\n"Date","Primary"\n"2025-11-01T00:00:00","5"\n"2025-11-02T00:00:00","7"\n'
SHEET = (
    "Post ID;Дата поста;Тип;Лайки;Просмотры;Заметки\n"
    "7;31.10.2026 20:30;фото;1 204;5 300;x\n8;01.11.2026 09:00;опрос;12;80;y\n"
)


def test_a_file_that_is_known(write):
    assert told(examine(write("Mar-18-2025_Apr-14-2025_1.csv", POSTS))) == (
        "Mar-18-2025_Apr-14-2025_1.csv: meta-facebook-posts\n"
        "  posts: 2 rows, 2025-03-18 to 2025-03-19\n"
        "    reach: 67, as a sum in which people stand more than once\n"
        "    views: 1,252\n"
        "    likes: 7\n"
    )


def test_daily_figures_by_platform_and_measure_and_warnings(write):
    assert told(examine(write("reach.csv", SERIES.rstrip("\n")))) == (
        "reach.csv: meta-series\n"
        "  daily: 2 rows, 2025-11-01 to 2025-11-02\n"
        "    instagram reach: 12, as a sum in which people stand more than once\n"
        "  warning: it does not end with a line end: if it was cut off, its last record is not whole.\n"
    )


def test_a_file_that_is_not_known_gets_a_map_proposed(write):
    assert told(examine(write("vk.csv", SHEET))) == (
        "vk.csv: not read\n"
        "ExportError: no platform's export known here has this header: "
        "Post ID, Дата поста, Тип, Лайки, Просмотры, Заметки\n"
        "  vk.csv\n"
        "  Mend: write a column map for it into the client's folder maps/.\n"
        "A column map to start from, for maps/vk.yml in the client's folder:\n"
        '    # not used: "Заметки"\n'
        "    table: posts\n"
        "    constants: {platform: vk, role: own}\n"
        "    columns:\n"
        '      post_id: "Post ID"\n'
        '      published: "Дата поста"\n'
        '      format: "Тип"\n'
        '      views: "Просмотры"\n'
        '      likes: "Лайки"\n'
        '    dates: "%d.%m.%Y %H:%M"\n'
        "    zone: UTC    # the zone of the file's clock: check it with a post whose hour you know\n"
        '    thousands: " "\n'
        "    values:\n"
        "      format:\n"
        '        # "опрос": which of text, carousel, photo, video, reel, story, link, quote, meme, '
        "anecdote?\n"
        '        "фото": photo\n'
    )


def test_the_proposed_map_reads_the_file(write):
    path = write("exports/vk-2026-11-02.csv", SHEET.replace("опрос", "видео"))
    write("maps/vk.yml", examine(path).proposal)
    posts = read(path).tables["posts"]
    assert posts[["post_id", "format", "likes", "views"]].values.tolist() == [
        ["7", "photo", 1204, 5300],
        ["8", "video", 12, 80],
    ]


def test_what_cannot_be_told_is_left_open(write):
    proposal = examine(write("ads.csv", "Campaign,Spend,Impressions,Clicks\nAutumn,10.5,900,8\n")).proposal
    assert proposal.splitlines()[:3] == [
        "# to fill in: constants.platform: which platform is it?",
        "# to fill in: start: which column holds it? or give it under constants",
        "# to fill in: end: which column holds it? or give it under constants",
    ]


def test_dates_that_read_both_ways_are_to_be_checked(write):
    proposal = examine(write("o.csv", "order id,date,sum,kind\n1,03/04/2026,5,order\n")).proposal
    assert "# to check: day and month could be the other way round" in proposal
    assert 'dates: "%m/%d/%Y"' in proposal


def test_of_a_file_without_any_known_column_the_frame(write):
    proposal = examine(write("mix.csv", "wk;tv_S;ooh_S\n1;2;3\n")).proposal
    assert proposal.splitlines()[1:] == ['# its columns: "wk", "tv_S", "ooh_S"', "table:", "columns:"]


def test_a_faulty_export_gets_no_map(write):
    examined = examine(write("Mar-18-2025_Apr-14-2025_1.csv", POSTS.replace("1200", "many")))
    assert examined.proposal is None and "'many' is not a number" in told(examined)


def test_a_zone_that_does_not_exist_is_a_wrong_call(write):
    with pytest.raises(CallError, match="there is no time zone 'Mars/X'"):
        examine(write("reach.csv", SERIES), "Mars/X")


def test_the_command_writes_tables_and_tells_by_its_exit_code(write, tmp_path):
    good, bad = write("ig.csv", SERIES), write("empty.csv", "")
    out, file = tmp_path / "out", tmp_path / "out.json"
    result = CliRunner().invoke(app, ["read", str(good), str(bad), "--csv", str(out), "--json", str(file)])
    assert result.exit_code == 1 and "empty.csv: not read" in result.output
    assert (out / "ig.daily.csv").read_text().splitlines()[1] == "instagram,,2025-11-01,reach,5,ig.csv"
    found = json.loads(file.read_text())
    assert [one["format"] for one in found] == ["meta-series", None]
    assert found[0]["tables"]["daily"][1]["value"] == 7
    assert CliRunner().invoke(app, ["read", str(good)]).exit_code == 0
