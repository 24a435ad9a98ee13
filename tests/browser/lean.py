"""Pictures for the documentation, in a third of their size: 256 colours in place of whole ones."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator


def lean(png: bytes) -> bytes:
    """The same picture in its 256 commonest colours, each other one as the nearest of them."""
    width, height = struct.unpack(">II", png[16:24])
    rows = list(pixels(png, width, channels={2: 3, 6: 4}[png[25]]))
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [colour for colour, _count in counted.most_common(256)]
    place = {colour: nearest(colour, palette) for colour in counted}
    lines = b"".join(b"\0" + bytes(place[pixel] for pixel in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(palette)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", colours),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return png[:8] + b"".join(chunk(*each) for each in chunks)


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def nearest(colour: bytes, palette: list[bytes]) -> int:
    def distance(place: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=distance)


def pixels(png: bytes, width: int, channels: int) -> Iterator[list[bytes]]:
    """Rows of red, green and blue, from a picture of 8 bits a channel without interlacing."""
    lines = zlib.decompress(
        b"".join(content for kind, content in chunks_of(png) if kind == b"IDAT")
    )
    length = width * channels
    above = bytearray(length)
    for start in range(0, len(lines), length + 1):
        line = bytearray(lines[start + 1 : start + 1 + length])
        unfilter(lines[start], line, above, channels)
        yield [bytes(line[at : at + 3]) for at in range(0, length, channels)]
        above = line


def chunks_of(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def unfilter(how: int, line: bytearray, above: bytearray, step: int) -> None:
    """Undoes, in place, what the PNG specification calls filter types 0 to 4."""
    for at in range(len(line) if how else 0):
        left = line[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        up = above[at]
        guess = (0, left, up, (left + up) // 2, paeth(left, up, corner))[how]
        line[at] = (line[at] + guess) & 255


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
