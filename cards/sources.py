"""Where a note's words were said: front matter and time marks in, seconds and links out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, quote, unquote, urlsplit

from cards.model import Block, Source

VIDEO_KEYS = ("videoId", "videoid", "videoID", "video_id", "video-id", "youtubeId", "youtube_id")
URL_KEYS = ("url", "source", "video", "link", "youtube", "media")
YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
YOUTUBE_HOSTS = ("youtube.com", "youtube-nocookie.com", "youtubekids.com")
MEDIA = (
    *(".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".wma"),
    *(".mp4", ".m4v", ".webm", ".mkv", ".mov", ".avi", ".ogv", ".3gp"),
)
LONGEST = 12 * 3600
"""Seconds. YouTube takes no longer upload; a stamp past it is a slip of the pen."""

COLONS = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,3}))?(?::(\d{1,3}))?")
UNITS = re.compile(r"(?:(\d+)h)?(?:(\d+)m(?:in)?)?(?:(\d+(?:\.\d+)?)s?)?", re.IGNORECASE)


def read_source(front: Mapping[str, str | tuple[str, ...]], path: str) -> tuple[Source, str | None]:
    """Find what a note was made from.

    Args:
        front: The note's front matter; the video's id goes before any URL.
        path: Of the note, which is its own source where nothing else is named.

    Returns:
        The source, and a message about a video id that cannot be one.
    """
    message = None
    for key in VIDEO_KEYS:
        value = _first(front.get(key, ""))
        if not value:
            continue
        if YOUTUBE_ID.fullmatch(value):
            return Source("youtube", value), None
        found = from_url(value)
        if found is not None:
            return found, None
        message = f"{key} {_short(value)!r} is no video's id (11 letters, digits, - or _)"
    for key in URL_KEYS:
        found = from_url(_first(front.get(key, "")))
        if found is not None:
            return found, message
    return Source("note", path), message


def from_url(address: str) -> Source | None:
    """The video or recording that an address or a local path leads to, None for anything else."""
    address = address.strip().strip("<>")
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host == "youtu.be":
        return _youtube(parts.path.strip("/").split("/")[0])
    if any(host == known or host.endswith(f".{known}") for known in YOUTUBE_HOSTS):
        return _youtube(_youtube_id(parts.path, parts.query))
    if host == "vimeo.com" or host.endswith(".vimeo.com"):
        return _vimeo(parts.path)
    bare = address.split("#", 1)[0]
    if bare.split("?", 1)[0].lower().endswith(MEDIA):
        return Source("media", bare)
    return None


def moment(address: str) -> int | None:
    """The second that an address leads to: ``t=90s``, ``start=90``, ``#t=1h2m3s``."""
    try:
        parts = urlsplit(address.strip().strip("<>"))
    except ValueError:
        return None
    for text in (parts.query, parts.fragment):
        values = parse_qs(text.replace("&amp;", "&"))
        for key in ("t", "start", "time_continue"):
            if key in values:
                return parse_time(values[key][0].split(",", 1)[0])
    return None


def link(source: Source, seconds: int | None, vault: str = "") -> str:
    """Address of the second where something was said.

    Args:
        source: Of the note.
        seconds: None for the start.
        vault: Name of the Obsidian vault, where it is known; else a note's link is its path.
    """
    if source.kind == "youtube":
        return f"https://youtu.be/{source.id}" + ("" if seconds is None else f"?t={seconds}")
    if source.kind == "vimeo":
        return f"https://vimeo.com/{source.id}" + ("" if seconds is None else f"#t={seconds}s")
    if source.kind == "media":
        address = quote(unquote(source.id), safe="/:?&=@+,;~!$'()*-._")
        return address + ("" if seconds is None else f"#t={seconds}")
    if vault:
        return f"obsidian://open?vault={quote(vault, safe='')}&file={quote(source.id, safe='')}"
    return source.id


def parse_time(text: str) -> int | None:
    """Seconds of a time as people and programs write it.

    ``1:02:03``, ``12:34``, ``01:00:17:51`` (the last part counts frames), ``1h2m3s``, ``90``,
    ``90s``. None for anything else.
    """
    text = text.strip()
    if not text.isascii() or not text:
        return None
    colons = COLONS.fullmatch(text)
    if colons:
        first, second, third, _ = colons.groups()
        if third is None:
            return int(first) * 60 + int(second)
        return int(first) * 3600 + int(second) * 60 + int(third)
    units = UNITS.fullmatch(text)
    if units and any(units.groups()):
        hours, minutes, seconds = units.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(float(seconds or 0))
    return None


def clock(seconds: int) -> str:
    """A time as a player shows it: ``17:16``, ``1:02:03``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def rescale(stamps: Sequence[str]) -> tuple[int | None, ...]:
    """Seconds of all the time stamps of one note, in order.

    Some notes write ``MM:SS:00`` (or ``MM:SS`` and frames) where ``HH:MM:SS`` was meant. Where the
    evidence is clear, the note's stamps are read as minutes and seconds.
    """
    parts = [_three(stamp) for stamp in stamps]
    whole = [part for part in parts if part is not None]
    if not _misscaled(whole):
        return tuple(parse_time(stamp) for stamp in stamps)
    plain = [part for part in whole if part[2] == 0] or whole
    length = max(a * 60 + b for a, b, _ in plain)
    fine = [part for part in whole if part[2] and part[0]]
    # Notes on longer talks change to HH:MM:SS after the first hour, where frames end.
    hours = len(fine) >= 5 and (max(a for a, _, _ in fine) <= 2 or length >= 50 * 60)
    return tuple(
        parse_time(stamp) if part is None else _rescaled(part, length, hours)
        for stamp, part in zip(stamps, parts, strict=True)
    )


def stamp_for(blocks: Sequence[Block], block: int, end: int) -> tuple[int | None, bool]:
    """When a passage of a note was said.

    Args:
        blocks: All of the note, in order.
        block: Index of the passage's block.
        end: Offset in the block's text where the passage ends.

    Returns:
        Seconds, and whether they are only near: of a block before it under the same heading.
        ``(None, True)`` is the start: no stamp fits.
    """
    here = blocks[block]
    for stamp in here.stamps:
        if stamp.at >= end:
            return stamp.seconds, False
    if here.stamps:
        return here.stamps[-1].seconds, False
    for other in reversed(blocks[:block]):
        if other.stamps:
            return other.stamps[-1].seconds, True
        if other.kind == "heading":
            break
    return None, True


def _first(value: str | tuple[str, ...]) -> str:
    return (value if isinstance(value, str) else " ".join(value[:1])).strip()


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:39]}…"


def _youtube(name: str) -> Source | None:
    return Source("youtube", name) if YOUTUBE_ID.fullmatch(name) else None


def _youtube_id(path: str, query: str) -> str:
    values = parse_qs(query.replace("&amp;", "&")).get("v")
    if values:
        return values[0]
    parts = path.strip("/").split("/")
    named = len(parts) > 1 and parts[0] in ("embed", "shorts", "live", "v", "e", "watch")
    return parts[1] if named else ""


def _vimeo(path: str) -> Source | None:
    found = re.search(r"/(\d{5,12})(?:/([0-9a-f]{8,12}))?/?$", path)
    if not found:
        return None
    return Source("vimeo", "/".join(filter(None, found.groups())))


def _three(stamp: str) -> tuple[int, int, int] | None:
    """The parts of a time with just three, else None."""
    found = COLONS.fullmatch(stamp.strip())
    if not found or found[3] is None or found[4] is not None:
        return None
    return int(found[1]), int(found[2]), int(found[3])


def _misscaled(parts: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether the stamps of a note count minutes and seconds where hours and minutes stand.

    The thresholds separate 600 notes: hand-rounded times of long talks have few stamps and stay
    below four hours; slipped ones have dozens or reach hours that no video has.
    """
    if len(parts) < 5:
        return False
    round_ones = [part for part in parts if part[2] == 0]
    share = len(round_ones) / len(parts)
    hours = max(a for a, _, _ in parts)
    if sum(c > 59 for _, _, c in parts) * 5 >= len(parts):
        return True
    if share >= 0.15 and hours * 3600 >= LONGEST:
        return True
    beyond = sum(a * 3600 + b * 60 + c > LONGEST for a, b, c in parts)
    if beyond >= 4 and beyond * 10 >= len(parts):
        return True
    if share >= 0.8 and len(parts) >= 8:
        alone = share >= 0.95 and min(a for a, _, _ in parts) >= 1
        return hours >= 4 or len(parts) >= 20 or alone
    fine = max((a * 3600 + b * 60 + c for a, b, c in parts if c), default=0)
    far = max((a * 3600 + b * 60 for a, b, _ in round_ones), default=0)
    return share >= 0.3 and len(parts) >= 20 and hours >= 4 and far > 2 * fine > 0


def _rescaled(part: tuple[int, int, int], length: int, hours: bool) -> int:
    first, second, third = part
    spelled = first * 3600 + second * 60 + third
    if third and third < 60 and (spelled <= length or (hours and first <= 2)):
        return spelled
    return first * 60 + second
