"""Meta's further formats as bytes: Facebook posts, audience, Ads Manager; and how Excel saves them again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

import xlsxwriter

from samples.writers import META_ZONE

FACEBOOK_COLUMNS = (
    '"Post ID","Page ID","Page name",Title,Description,"Duration (sec)","Publish time","Caption type",'
    'Permalink,"Is crosspost","Is share","Post type",Languages,"Custom labels","Funded content status",'
    '"Data comment",Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,'
    '"Total clicks","Link Clicks","Other Clicks","Reach from Organic posts","Reach from Boosted posts"'
)
ADS_COLUMNS = (
    "Reporting starts",
    "Reporting ends",
    "Campaign name",
    "Ad Set Name",
    "Ad name",
    "Ad delivery",
    "Results",
    "Result indicator",
    "Reach",
    "Frequency",
    "Cost per results",
    "Ad set budget",
    "Ad set budget type",
    "Amount spent ({currency})",
    "Ends",
    "Impressions",
    "CPM (cost per 1,000 impressions) ({currency})",
    "Link clicks",
    "CTR (link click-through rate)",
    "Clicks (all)",
)


@dataclass(frozen=True)
class FacebookPost:
    """One post of the Meta Business Suite export of Facebook content."""

    post_id: str
    page_id: str
    page: str
    text: str
    duration: int
    published: datetime
    kind: str
    reach_organic: int
    reach_boosted: int
    views: int
    reactions: int
    comments: int
    shares: int
    clicks: int
    link_clicks: int | None

    def cells(self) -> list[object]:
        """The row, with the time in US Pacific; Meta says of a boosted post that it was funded."""
        when = self.published.astimezone(META_ZONE).strftime("%m/%d/%Y %H:%M")
        link = f"https://www.facebook.com/{self.page_id}/posts/{self.post_id}"
        head = [
            self.post_id,
            self.page_id,
            self.page,
            self.text,
            None,
            self.duration,
            when,
            "N/A",
            link,
            0,
            0,
        ]
        funded = "Boosted" if self.reach_boosted else None
        response = [self.reactions, self.comments, self.shares]
        other = self.clicks - (self.link_clicks or 0) or None
        seen = [self.views, self.reach_organic + self.reach_boosted, sum(response), *response]
        clicked = [self.clicks, self.link_clicks, other, self.reach_organic, self.reach_boosted]
        return [*head, self.kind, None, None, funded, None, "Lifetime", *seen, *clicked]


def facebook_posts(posts: Iterable[FacebookPost]) -> bytes:
    """Meta Business Suite, Facebook content: UTF-8 with BOM, texts of many lines in one quoted field."""
    text = io.StringIO()
    text.write(FACEBOOK_COLUMNS + "\n")
    csv.writer(text, lineterminator="\n").writerows(post.cells() for post in posts)
    return text.getvalue().encode("utf-8-sig")


def saved_by_excel_packed(export: bytes) -> bytes:
    """The export after Excel took each line for one cell: quoted, its quotes doubled, where it has any."""
    lines = export.decode("utf-8-sig").splitlines()
    lines = [re.sub(r'^"([^"]*)"', r"\1", line) for line in lines]  # a quoted beginning loses its quotes
    packed = ['"' + line.replace('"', '""') + '"' if '"' in line else line for line in lines]
    return ("\r\n".join(packed) + "\r\n").encode("utf-8-sig")


def saved_with_semicolons(export: bytes) -> bytes:
    """The export as a spreadsheet of a country with decimal commas saves it: ``;``, UTF-8 without BOM."""
    text = io.StringIO()
    records = csv.reader(io.StringIO(export.decode("utf-8-sig")))
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(records)
    return text.getvalue().encode()


def meta_audience(
    ages: Mapping[str, tuple[float, float]], countries: Mapping[str, float], cities: Mapping[str, float]
) -> bytes:
    """Meta audience: UTF-16LE with BOM, titled blocks; shares in percent with one decimal and no sign.

    ``ages`` gives the shares of women and men of each age band.
    """
    lines = ["sep=,", '"Age & gender"', '"","Women","Men"']
    lines += [f'"{age}","{women:g}","{men:g}"' for age, (women, men) in ages.items()]
    for title, places in (("Top countries", countries), ("Top cities", cities)):
        lines += ["", f'"{title}"', ",".join(f'"{place}"' for place in places)]
        lines.append(",".join(f'"{share:g}"' for share in places.values()))
    return b"\xff\xfe" + ("\n".join(lines) + "\n").encode("utf-16-le")


@dataclass(frozen=True)
class AdRow:
    """One ad and period of Meta Ads Manager; the total has no names."""

    start: date
    end: date
    campaign: str
    ad_set: str
    ad: str
    results: int
    kind: str
    reach: int
    spend: float
    impressions: int
    link_clicks: int
    clicks: int

    def cells(self) -> list[object]:
        """The row; ratios with all their digits."""
        cost = self.spend / self.results if self.results else None
        head = [self.start.isoformat(), self.end.isoformat(), self.campaign, self.ad_set, self.ad]
        budget = [None, None] if not self.ad else [round(self.spend / 0.97, 0), "Lifetime"]
        body = [
            "" if not self.ad else "active",
            self.results,
            self.kind,
            self.reach,
            self.impressions / self.reach,
        ]
        thousand, rate = self.spend / self.impressions * 1000, self.link_clicks / self.impressions * 100
        tail = [cost, *budget, self.spend, "Ongoing" if self.ad else "", self.impressions, thousand]
        return [*head, *body, *tail, self.link_clicks, rate, self.clicks]


def ads_total(rows: Sequence[AdRow], reach: int) -> AdRow:
    """The total that Ads Manager puts first: figures add up, reach does not, for people overlap."""
    first, last = min(row.start for row in rows), max(row.end for row in rows)
    summed = {
        field.name: sum(getattr(row, field.name) for row in rows)
        for field in fields(AdRow)
        if field.name in ("results", "impressions", "link_clicks", "clicks")
    }
    spend = round(sum(row.spend for row in rows), 2)
    return AdRow(first, last, "", "", "", kind=rows[0].kind, reach=reach, spend=spend, **summed)


def meta_ads(rows: Sequence[AdRow], reach: int, currency: str, *, platform: str = "") -> bytes:
    """Meta Ads Manager as a workbook: the first data row is the total; the currency stands in the header.

    With ``platform`` the report is broken down by day and platform, which adds two columns in front.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 11, 2)})  # else the clock's time
    page = book.add_worksheet("Raw Data Report")
    header = [name.format(currency=currency) for name in ADS_COLUMNS]
    page.write_row(0, 0, ["Day", "Platform", *header] if platform else header)
    for number, row in enumerate([ads_total(rows, reach), *rows], 1):
        broken_down = [row.start.isoformat(), platform] if row.ad else [None, None]
        page.write_row(number, 0, [*broken_down, *row.cells()] if platform else row.cells())
    book.close()
    return file.getvalue()
