import shutil
from pathlib import Path

import pandas as pd
import pytest

from smmtools.errors import BriefError, CallError, DataError, ExportError
from smmtools.inputs.client_month import open_client, sha256_of
from smmtools.inputs.workspace import Workspace

ROOT = Path(__file__).parents[2]

ORDERS_MAP = """\
table: orders
columns: {ordered_at: when, order_id: number, kind: kind, source: from}
dates: "%Y-%m-%d"
"""
POSTS_MAP = """\
table: posts
constants: {platform: vk, role: own}
columns: {post_id: id, published: posted, account: account, likes: likes}
dates: "%Y-%m-%d"
"""
BRIEF = """\
name: Small shop
jurisdiction: DE
language: en
timezone: Europe/Berlin
currency: EUR
vat: included
we_are: contractor
accounts:
  - {platform: vk, account: ours, role: own}
  - {platform: vk, account: theirs, role: competitor}
"""


@pytest.fixture
def shop(tmp_path) -> Workspace:
    """A workspace with one client: a brief, two column maps, and no exports yet."""
    folder = tmp_path / "data" / "clients" / "shop"
    (folder / "exports").mkdir(parents=True)
    (folder / "maps").mkdir()
    (folder / "client.yml").write_text(BRIEF, encoding="utf-8")
    (folder / "maps" / "orders.yml").write_text(ORDERS_MAP, encoding="utf-8")
    (folder / "maps" / "posts.yml").write_text(POSTS_MAP, encoding="utf-8")
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "data" / "reference")
    return Workspace(tmp_path)


def put(place: Workspace, name: str, *lines: str) -> Path:
    path = place.clients / "shop" / "exports" / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def orders(place: Workspace, name: str, *rows: str) -> Path:
    return put(place, name, "when,number,kind,from", *rows)


def posts(place: Workspace, name: str, *rows: str) -> Path:
    return put(place, name, "id,posted,account,likes", *rows)


def test_rows_after_the_months_end_are_cut_off(shop):
    orders(shop, "orders.csv", "2026-10-31,1,order,vk", "2026-11-01,2,order,vk")
    assert open_client("shop", "2026-10", shop).tables["orders"]["order_id"].tolist() == ["1"]


def test_a_row_in_two_files_counts_once_as_first_reported(shop):
    orders(shop, "orders-2026-11-02.csv", "2026-10-05,1,order,vk")
    orders(shop, "orders-2026-12-02.csv", "2026-10-05,1,order,instagram", "2026-10-06,2,order,vk")
    case = open_client("shop", "2026-10", shop)
    assert case.tables["orders"][["order_id", "source"]].to_numpy().tolist() == [["1", "vk"], ["2", "vk"]]
    assert case.warnings == ("orders: 1 rows stand in more than one file; each is counted once.",)


def test_a_file_that_adds_nothing_is_named(shop):
    orders(shop, "orders.csv", "2026-10-05,1,order,vk")
    orders(shop, "orders copy.csv", "2026-10-05,1,order,vk")
    (warning,) = open_client("shop", "2026-10", shop).warnings
    assert warning == "orders.csv: another file holds all its rows; it is left out."


def test_equal_rows_of_one_file_all_count(shop):
    orders(shop, "orders.csv", "2026-10-05,1,order,vk", "2026-10-05,1,order,vk")
    assert len(open_client("shop", "2026-10", shop).tables["orders"]) == 2


def test_a_posts_figures_are_those_exported_by_the_end_of_the_next_month(shop):
    posts(shop, "posts-2026-11-02.csv", "p,2026-10-05,ours,10")
    posts(shop, "posts-2026-11-20.csv", "p,2026-10-05,ours,12")
    posts(shop, "posts-2026-12-02.csv", "p,2026-10-05,ours,99")
    assert open_client("shop", "2026-10", shop).tables["posts"]["likes"].tolist() == [12]


def test_a_late_export_counts_when_there_is_no_other(shop):
    posts(shop, "posts-2027-02-02.csv", "p,2026-10-05,ours,50")
    posts(shop, "posts-2027-01-02.csv", "p,2026-10-05,ours,40")
    assert open_client("shop", "2026-10", shop).tables["posts"]["likes"].tolist() == [40]


def test_whose_post_it_is_follows_the_brief(shop):
    posts(
        shop, "posts-2026-11-02.csv", "a,2026-10-05,ours,1", "b,2026-10-05,theirs,1", "c,2026-10-05,friend,1"
    )
    roles = open_client("shop", "2026-10", shop).tables["posts"].set_index("post_id")["role"].to_dict()
    assert roles == {"a": "own", "b": "competitor", "c": "collaborator"}


def test_an_account_is_known_by_its_name_too(shop):
    brief = shop.clients / "shop" / "client.yml"
    brief.write_text(
        BRIEF.replace("account: ours, role: own", "account: ours, role: own, name: Our Shop"),
        encoding="utf-8",
    )
    posts(shop, "posts-2026-11-02.csv", "a,2026-10-05,Our Shop,1")
    table = open_client("shop", "2026-10", shop).tables["posts"]
    assert table[["account", "role"]].to_numpy().tolist() == [["ours", "own"]]


def test_inputs_are_named_by_hash_and_count_rows_of_the_month_and_before(shop):
    path = orders(shop, "orders.csv", "2026-10-31,1,order,vk", "2026-11-01,2,order,vk")
    inputs = {file.path: file for file in open_client("shop", "2026-10", shop).inputs}
    named = inputs["data/clients/shop/exports/orders.csv"]
    assert (named.sha256, named.format, named.rows) == (sha256_of(path), "column-map", 1)


def test_a_later_months_export_is_no_input_and_leaves_no_trace(shop):
    orders(shop, "orders-2026-11-02.csv", "2026-10-05,1,order,vk")
    before = open_client("shop", "2026-10", shop)
    orders(shop, "orders-2026-12-02.csv", "2026-10-05,1,order,vk", "2026-11-05,2,order,vk")
    posts(shop, "posts-2027-01-02.csv", "p,2026-12-05,ours,50")
    after = open_client("shop", "2026-10", shop)
    assert (after.inputs, after.warnings) == (before.inputs, before.warnings)


def test_a_new_client_with_empty_sheets_opens(shop):
    orders(shop, "orders.csv")
    assert open_client("shop", "2026-10", shop).tables["orders"].empty


def test_a_later_decision_leaves_the_briefs_hash_of_an_earlier_month(shop):
    orders(shop, "orders.csv", "2026-10-31,1,order,vk")
    before = open_client("shop", "2026-10", shop).inputs[0]
    brief = shop.clients / "shop" / "client.yml"
    decided = """\
decisions:
  goals:
    - since: 2026-11
      by: A
      why: B
      promotion: open
      way: posts
      goals: [{key: orders, name: Orders, type: sales}]
"""
    brief.write_text(BRIEF + decided, encoding="utf-8")
    assert open_client("shop", "2026-10", shop).inputs[0] == before
    brief.write_text((BRIEF + decided).replace("2026-11", "2026-10"), encoding="utf-8")
    assert open_client("shop", "2026-10", shop).inputs[0] != before


def test_a_month_without_data_is_an_error_that_names_what_there_is(shop):
    orders(shop, "orders.csv", "2026-10-05,1,order,vk")
    with pytest.raises(DataError) as error:
        open_client("shop", "2026-12", shop)
    assert str(error.value) == (
        "DataError: there is no data for 2026-12: the exports cover 2026-10-05 to 2026-10-05\n"
        "  data/clients/shop/exports\n"
        "  Mend: add the exports of 2026-12, or run a month that they cover."
    )


def test_a_client_without_exports_is_an_error(shop):
    with pytest.raises(DataError) as error:
        open_client("shop", "2026-10", shop)
    assert str(error.value) == (
        "DataError: client 'shop' has no exports\n"
        "  data/clients/shop/exports\n"
        "  Mend: put the files there as the platforms gave them."
    )


def test_hidden_files_are_no_exports(shop):
    orders(shop, "orders.csv", "2026-10-05,1,order,vk")
    for name in ("._orders.csv", ".DS_Store", "~$orders.xlsx"):
        (shop.clients / "shop" / "exports" / name).write_bytes(b"\x00\x01")
    assert len(open_client("shop", "2026-10", shop).tables["orders"]) == 1


def test_every_faulty_file_is_named_at_once(shop):
    put(shop, "a.csv", "no,such,header", "1,2,3")
    (shop.clients / "shop" / "exports" / "b.csv").write_bytes(b"")
    with pytest.raises(ExportError) as error:
        open_client("shop", "2026-10", shop)
    places = [fault.where for fault in error.value.faults]
    assert [place.split(",")[0] for place in places] == [
        "data/clients/shop/exports/a.csv",
        "data/clients/shop/exports/b.csv",
    ]


def test_faulty_yaml_an_unknown_client_and_a_malformed_month(shop):
    (shop.clients / "shop" / "client.yml").write_text("name: [", encoding="utf-8")
    with pytest.raises(BriefError, match=r"client\.yml"):
        open_client("shop", "2026-10", shop)
    with pytest.raises(CallError, match="no client 'shoop'"):
        open_client("shoop", "2026-10", shop)
    with pytest.raises(CallError, match="'2026-13' is not a month"):
        open_client("shop", "2026-13", shop)


def test_the_sample_client_opens_with_every_kind_of_data():
    case = open_client("pizza", "2026-10", Workspace(ROOT))
    assert all(len(table) for table in case.tables.values())
    assert case.tables["orders"]["ordered_at"].max() < pd.Timestamp("2026-11-01", tz="Asia/Yekaterinburg")
