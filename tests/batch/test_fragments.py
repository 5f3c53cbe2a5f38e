from smmtools.batch.fragments import Heading, section


def test_the_title_is_taken_out_and_split():
    part = section("<h1>01 · Goals: what we want</h1><p>x</p>", "goals")
    assert (part.title, part.subtitle, part.html) == ("Goals", "What we want", "<p>x</p>")


def test_headings_go_one_level_down_and_can_be_linked_to():
    part = section("<h1>Goals</h1><h2>Are we on the way?</h2><h3>More</h3>", "goals")
    assert (
        part.html == '<h3 id="goals-are-we-on-the-way">Are we on the way?</h3><h4 id="goals-more">More</h4>'
    )
    assert part.headings == (Heading("goals-are-we-on-the-way", "Are we on the way?"),)


def test_a_heading_that_comes_twice_has_two_anchors():
    part = section("<h2>Verdicts</h2><h2>Verdicts</h2>", "goals")
    assert [heading.anchor for heading in part.headings] == ["goals-verdicts", "goals-verdicts-2"]


def test_what_could_run_or_load_is_taken_out():
    hostile = (
        '<p onclick="x()">a<script>x()</script><iframe src="https://x"></iframe></p>'
        '<a href="javascript:x()">b</a><a href=" JavaScript:x()">c</a><a href="https://x.example">d</a>'
        '<img src="https://x/pixel.png" alt="e"><!-- f --><form action="https://x"><input></form>'
    )
    assert section(hostile, "goals").html == (
        '<p>a</p><a>b</a><a>c</a><a href="https://x.example">d</a><img alt="e"/>'
    )


def test_a_caption_that_repeats_its_heading_is_not_seen_twice():
    html = section("<h2>Verdicts</h2><table><caption>Verdicts</caption></table>", "goals").html
    assert '<caption class="quiet">' in html
    assert '<div aria-label="Verdicts" class="wide" role="region" tabindex="0">' in html
