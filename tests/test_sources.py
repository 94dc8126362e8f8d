"""Sources, seconds and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.model import Block, Source, Stamp
from cards.sources import clock, link, moment, parse_time, read_source, rescale, stamp_for

ID = "aB3_-dEfGh1"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?app=desktop&v={ID}&t=90s",
        f"https://m.youtube.com/watch?v={ID}#t=90",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}?t=754&si=x",
        f"youtu.be/{ID}",
        f"https://www.youtube-nocookie.com/embed/{ID}?start=90",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube.com/v/{ID}",
        f"<https://www.youtube.com/watch?v={ID}>",
    ],
)
def test_a_youtube_video_is_known_by_every_form_of_its_address(address):
    assert read_source({"url": address}, "a.md") == (Source("youtube", ID), None)
    assert read_source({"videoId": address}, "a.md") == (Source("youtube", ID), None)


@pytest.mark.parametrize(
    ("front", "source"),
    [
        ({"video_id": "12345678901"}, Source("youtube", "12345678901")),
        ({"source": "https://vimeo.com/123456789"}, Source("vimeo", "123456789")),
        (
            {"video": "https://player.vimeo.com/video/123456789"},
            Source("vimeo", "123456789"),
        ),
        (
            {"url": "https://pod.example/ep 1.mp3#t=3"},
            Source("media", "https://pod.example/ep 1.mp3"),
        ),
        ({"source": "talks/one.MP4"}, Source("media", "talks/one.MP4")),
        ({"source": "A book"}, Source("note", "a.md")),
        ({"url": "https://example.org/article"}, Source("note", "a.md")),
        ({"url": "https://notyoutube.com/watch?v=" + ID}, Source("note", "a.md")),
        ({"url": "https://[broken"}, Source("note", "a.md")),
        ({}, Source("note", "a.md")),
    ],
)
def test_a_source_is_what_the_front_matter_names(front, source):
    assert read_source(front, "a.md") == (source, None)


def test_a_video_id_that_is_none_is_told_and_a_url_still_counts():
    source, message = read_source({"videoId": "nope", "url": f"https://youtu.be/{ID}"}, "a.md")

    assert source == Source("youtube", ID)
    assert message == "videoId 'nope' is no video's id (11 letters, digits, - or _)"


@pytest.mark.parametrize(
    ("source", "seconds", "vault", "address"),
    [
        (Source("youtube", ID), 1036, "", f"https://youtu.be/{ID}?t=1036"),
        (Source("youtube", ID), 0, "", f"https://youtu.be/{ID}?t=0"),
        (Source("youtube", ID), None, "", f"https://youtu.be/{ID}"),
        (Source("vimeo", "123456"), 61, "", "https://vimeo.com/123456#t=61s"),
        (Source("media", "my talks/one.mp3"), 5, "", "my%20talks/one.mp3#t=5"),
        (Source("note", "a/b c.md"), 5, "", "a/b c.md"),
        (
            Source("note", "a/b c&d.md"),
            None,
            "My Vault",
            "obsidian://open?vault=My%20Vault&file=a%2Fb%20c%26d.md",
        ),
    ],
)
def test_a_link_leads_to_the_second(source, seconds, vault, address):
    assert link(source, seconds, vault) == address


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:02:03", 3723),
        ("12:34", 754),
        ("00:17:16", 1036),
        ("01:00:17:51", 3617),
        ("1h2m3s", 3723),
        ("2m", 120),
        ("90", 90),
        ("90s", 90),
        ("90.5", 90),
        ("", None),
        ("abc", None),
        ("1:2:3:4:5", None),
        ("-5", None),
    ],
)
def test_times_are_read_as_people_write_them(text, seconds):
    assert parse_time(text) == seconds


@given(st.integers(0, 100_000))
def test_a_clock_shows_what_it_reads(seconds):
    assert parse_time(clock(seconds)) == seconds


def test_a_clock_shows_hours_only_where_there_are_some():
    assert [clock(s) for s in (5, 1036, 3723)] == ["0:05", "17:16", "1:02:03"]


@pytest.mark.parametrize(
    ("address", "seconds"),
    [
        ("https://youtu.be/x?t=754", 754),
        ("https://www.youtube.com/watch?v=x&amp;t=1h2m3s", 3723),
        ("https://www.youtube.com/embed/x?start=90", 90),
        ("https://a.b/c.mp3#t=90,120", 90),
        ("https://a.b/c", None),
    ],
)
def test_an_address_names_its_moment(address, seconds):
    assert moment(address) == seconds


def stamps(*parts: str) -> tuple[int | None, ...]:
    return rescale(parts)


def test_a_note_that_wrote_minutes_where_hours_belong_is_read_so():
    slipped = [f"{minute:02}:{minute * 7 % 60:02}:00" for minute in range(12)]

    assert rescale(slipped) == tuple(m * 60 + m * 7 % 60 for m in range(12))


def test_a_few_rounded_times_of_a_long_talk_are_left_alone():
    assert stamps("00:05:00", "00:45:00", "01:11:00", "01:24:00", "02:30:00") == (
        *(300, 2700, 4260, 5040, 9000),
    )


def test_a_long_talk_with_many_rounded_and_many_exact_times_is_left_alone():
    exact = [f"0{n % 4}:{n * 11 % 60:02}:{n * 7 % 59 + 1:02}" for n in range(15)]
    rounded = [f"0{n % 5}:{n * 10 % 60:02}:00" for n in range(40)]

    assert rescale(exact + rounded) == tuple(parse_time(s) for s in exact + rounded)


def test_frames_behind_minutes_and_seconds_are_dropped():
    assert stamps("05:11:80", "05:13:98", "05:20:80", "11:15:00", "11:20:10") == (
        *(311, 313, 320, 675, 680),
    )


def test_hours_that_no_video_has_betray_a_slipped_note():
    exact = [f"{n:02}:{n * 3:02}:{n + 20}" for n in range(1, 17)]
    odd = ["02:10:20", "03:10:40", "17:23:01", "04:10:00", "05:20:00"]

    assert rescale(exact)[-1] == 16 * 60 + 48
    assert rescale(odd)[2] == 17 * 60 + 23


def test_seven_rounded_times_of_a_very_long_talk_are_left_alone():
    rounded = [f"0{n}:30:00" for n in range(7)]

    assert rescale(rounded) == tuple(n * 3600 + 1800 for n in range(7))


def test_rounded_times_far_behind_the_exact_ones_are_minutes():
    exact = [f"00:{n:02}:{n + 11}" for n in range(12)]
    slipped = [f"0{n % 9 + 1}:{n * 5:02}:00" for n in range(10)]

    assert rescale(exact + slipped)[12:] == tuple((n % 9 + 1) * 60 + n * 5 for n in range(10))


def test_a_slipped_note_may_still_begin_with_exact_seconds():
    slipped = ["00:00:08", *(f"0{n}:30:00" for n in range(1, 10)), *["09:45:00"] * 12]

    assert rescale(slipped)[:2] == (8, 90)


def test_the_hours_of_a_slipped_note_on_a_long_talk_stay_hours():
    slipped = [f"{n:02}:10:00" for n in range(5, 59)] + [f"01:0{n}:13" for n in range(6)]

    assert rescale(slipped)[-6:] == tuple(3600 + n * 60 + 13 for n in range(6))


@given(st.lists(st.from_regex(r"\A[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\Z"), max_size=40))
def test_every_stamp_keeps_its_place_in_the_list(times):
    found = rescale(times)

    assert len(found) == len(times)
    assert None not in found


def block(text: str, *at: tuple[int, int], kind: str = "paragraph") -> Block:
    return Block(kind, text, tuple(range(len(text))), stamps=tuple(Stamp(*a) for a in at))


BLOCKS = (
    block("Roots", (5, 1), kind="heading"),
    block("One. Two. Three.", (4, 10), (9, 20)),
    block("None here."),
    block("Leaves", kind="heading"),
    block("None here."),
)


@pytest.mark.parametrize(
    ("index", "end", "found"),
    [
        (1, 4, (10, False)),
        (1, 9, (20, False)),
        (1, 16, (20, False)),
        (2, 10, (20, True)),
        (4, 10, (None, True)),
    ],
)
def test_a_passage_takes_the_stamp_that_closes_it(index, end, found):
    assert stamp_for(BLOCKS, index, end) == found


def test_a_stamp_of_the_heading_is_near():
    assert stamp_for((BLOCKS[0], BLOCKS[2]), 1, 10) == (1, True)
