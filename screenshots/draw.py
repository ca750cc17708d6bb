#!/usr/bin/env python3
"""Draws a terminal's screen: draw.py SCREEN COLUMNS OUT.png|OUT.svg…

SCREEN is what `tmux capture-pane -peN` writes. The same screen makes the same bytes. Needs pillow and the fonts of
Debian's fonts-jetbrains-mono and fonts-dejavu-core (for the characters that the first has not)."""

import re
import sys
import unicodedata
from html import escape
from typing import NamedTuple, Optional

BACKGROUND, FOREGROUND = (24, 26, 31), (200, 204, 212)
PALETTE = [
    (40, 44, 52), (224, 108, 117), (152, 195, 121), (229, 192, 123),
    (97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191),
    (120, 128, 143), (240, 113, 120), (166, 218, 149), (238, 212, 159),
    (138, 173, 244), (198, 160, 246), (139, 213, 202), (230, 233, 239),
]
FONTS = "/usr/share/fonts/truetype/"
REGULAR, BOLD = FONTS + "jetbrains-mono/JetBrainsMono-Regular.ttf", FONTS + "jetbrains-mono/JetBrainsMono-Bold.ttf"
SPARE = FONTS + "dejavu/DejaVuSansMono.ttf"
SIZE, CELL_HEIGHT, MARGIN = 19, 27, 14


class Style(NamedTuple):
    foreground: Optional[tuple] = None
    background: Optional[tuple] = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def colors(self):
        """What is painted: (foreground, background); the background is None where nothing is."""
        front, back = self.foreground or FOREGROUND, self.background
        if self.reverse:
            front, back = back or BACKGROUND, front
        if self.dim:
            behind = back or BACKGROUND
            front = tuple((f + b) // 2 for f, b in zip(front, behind))
        return front, back


class Cell(NamedTuple):
    text: str
    width: int
    style: Style


def color(number):
    """One of the 256."""
    if number < 16:
        return PALETTE[number]
    if number < 232:
        levels = (0, 95, 135, 175, 215, 255)
        number -= 16
        return levels[number // 36], levels[number // 6 % 6], levels[number % 6]
    return (8 + 10 * (number - 232),) * 3


def extended(codes):
    """The colour that follows 38 or 48, taken off the codes."""
    kind = codes.pop(0) if codes else 0
    if kind == 5 and codes:
        return color(codes.pop(0))
    if kind == 2 and len(codes) >= 3:
        return codes.pop(0), codes.pop(0), codes.pop(0)
    return None


def styled(style, parameters):
    """The style after an SGR sequence."""
    codes = [int(code or 0) for code in re.split("[;:]", parameters)]
    flags = {1: {"bold": True}, 2: {"dim": True}, 3: {"italic": True}, 4: {"underline": True}, 7: {"reverse": True},
             22: {"bold": False, "dim": False}, 23: {"italic": False}, 24: {"underline": False}, 27: {"reverse": False},
             39: {"foreground": None}, 49: {"background": None}}
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = Style()
        elif code in flags:
            style = style._replace(**flags[code])
        elif 30 <= code <= 37:
            style = style._replace(foreground=PALETTE[code - 30])
        elif 90 <= code <= 97:
            style = style._replace(foreground=PALETTE[code - 82])
        elif 40 <= code <= 47:
            style = style._replace(background=PALETTE[code - 40])
        elif 100 <= code <= 107:
            style = style._replace(background=PALETTE[code - 92])
        elif code == 38:
            style = style._replace(foreground=extended(codes))
        elif code == 48:
            style = style._replace(background=extended(codes))
    return style


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def parse(screen):
    """Rows of cells. tmux lets a style go on into the next line."""
    rows, style = [], Style()
    for line in screen.rstrip("\n").split("\n"):
        row = []
        line = re.sub(r"\x1b\][^\x07\x1b]*(\x07|\x1b\\)", "", line)  # hyperlinks and titles
        for token in re.finditer(r"\x1b\[([0-9;:]*)m|\x1b\[[0-9;?]*[A-Za-z]|\x1b[()].|[\x0e\x0f]|(.)", line):
            if token[2]:
                if width(token[2]) == 0 and row:
                    row[-1] = row[-1]._replace(text=row[-1].text + token[2])
                else:
                    row.append(Cell(token[2], width(token[2]) or 1, style))
            elif token[0].endswith("m"):
                style = styled(style, token[1] or "")
        rows.append(row)
    return rows


# Lines and blocks as shares of a cell (left, top, right, bottom) so that they join: fonts leave gaps.
LINES = {"─": "lr", "━": "lr", "│": "tb", "┃": "tb", "┌": "rb", "┐": "lb", "└": "tr", "┘": "tl", "╭": "rb", "╮": "lb",
         "╰": "tr", "╯": "tl", "├": "tbr", "┤": "tbl", "┬": "lrb", "┴": "lrt", "┼": "lrtb"}
BLOCKS = {"█": (0, 0, 8, 8), "▀": (0, 0, 8, 4), "▄": (0, 4, 8, 8), "▌": (0, 0, 4, 8), "▐": (4, 0, 8, 8)}


def drawn(cell, x, y, w, h):
    """The rectangles of a character that is drawn, or None for one that is written."""
    if cell.text in BLOCKS:
        a, b, c, d = BLOCKS[cell.text]
        return [(x + a * w // 8, y + b * h // 8, x + c * w // 8, y + d * h // 8)]
    if cell.text not in LINES:
        return None
    t = 2 if cell.text in "━┃" else 1
    mx, my = x + w // 2, y + h // 2
    ends = {"l": (x, my, mx + t, my + t), "r": (mx, my, x + w, my + t), "t": (mx, y, mx + t, my + t), "b": (mx, my, mx + t, y + h)}
    return [ends[side] for side in LINES[cell.text]]


def known(font_path):
    """The characters that a font has, read from its cmap table."""
    import struct

    data = open(font_path, "rb").read()
    tables = {data[i:i + 4]: struct.unpack(">II", data[i + 8:i + 16]) for i in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16)}
    start = tables[b"cmap"][0]
    found = set()
    for i in range(struct.unpack(">H", data[start + 2:start + 4])[0]):
        at = start + struct.unpack(">I", data[start + 8 + 8 * i:start + 12 + 8 * i])[0]
        if struct.unpack(">H", data[at:at + 2])[0] != 4:
            continue
        count = struct.unpack(">H", data[at + 6:at + 8])[0] // 2
        ends = struct.unpack(f">{count}H", data[at + 14:at + 14 + 2 * count])
        starts = struct.unpack(f">{count}H", data[at + 16 + 2 * count:at + 16 + 4 * count])
        for first, last in zip(starts, ends):
            found.update(range(first, last + 1))
    return found


def draw_png(rows, columns, path):
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError:
        sys.exit("draw.py: pillow is missing (Debian: python3-pil)")
    try:
        fonts = {bold: ImageFont.truetype(file, SIZE) for bold, file in ((False, REGULAR), (True, BOLD))}
        spare = ImageFont.truetype(SPARE, SIZE)
    except OSError:
        sys.exit("draw.py: fonts are missing (Debian: fonts-jetbrains-mono, fonts-dejavu-core)")
    glyphs = known(REGULAR)
    w, h = round(fonts[False].getlength("M")), CELL_HEIGHT
    image = Image.new("RGB", (columns * w + 2 * MARGIN, len(rows) * h + 2 * MARGIN), BACKGROUND)
    draw = ImageDraw.Draw(image)
    baseline = (h - SIZE) // 2 + round(SIZE * 0.82)
    for y, row in enumerate(rows):
        top, x = MARGIN + y * h, 0
        for cell in row:
            left, right = MARGIN + x * w, MARGIN + (x + cell.width) * w
            front, back = cell.style.colors()
            if back:
                draw.rectangle((left, top, right - 1, top + h - 1), fill=back)
            boxes = drawn(cell, left, top, w, h)
            for a, b, c, d in boxes or []:
                draw.rectangle((a, b, c - 1, d - 1), fill=front)
            if boxes is None and cell.text != " ":
                font = fonts[cell.style.bold] if ord(cell.text[0]) in glyphs else spare
                draw.text((left, top + baseline), cell.text, font=font, fill=front, anchor="ls")
            if cell.style.underline:
                draw.line((left, top + h - 4, right - 1, top + h - 4), fill=front)
            x += cell.width
    # Few colours: a palette makes the file a third as large.
    image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def draw_svg(rows, columns, path):
    w, h = 11.4, CELL_HEIGHT
    hexa = "#{:02x}{:02x}{:02x}".format
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * w + 2 * MARGIN:g} {len(rows) * h + 2 * MARGIN}" '
           f'font-family="JetBrains Mono, DejaVu Sans Mono, monospace" font-size="{SIZE}" xml:space="preserve">',
           f'<rect width="100%" height="100%" fill="{hexa(*BACKGROUND)}"/>']
    for y, row in enumerate(rows):
        top, x, i = MARGIN + y * h, 0, 0
        while i < len(row):
            run = [row[i]]
            while i + len(run) < len(row) and row[i + len(run)].style == run[0].style:
                run.append(row[i + len(run)])
            style, cells = run[0].style, sum(cell.width for cell in run)
            front, back = style.colors()
            left = MARGIN + x * w
            if back:
                out.append(f'<rect x="{left:g}" y="{top}" width="{cells * w:g}" height="{h}" fill="{hexa(*back)}"/>')
            text = "".join(cell.text for cell in run)
            if text.strip() or style.underline:
                weight = ' font-weight="bold"' if style.bold else ""
                line = ' text-decoration="underline"' if style.underline else ""
                out.append(f'<text x="{left:g}" y="{top + 20}" fill="{hexa(*front)}" textLength="{cells * w:g}"{weight}{line}>{escape(text)}</text>')
            x, i = x + cells, i + len(run)
    open(path, "w", encoding="utf-8").write("\n".join(out + ["</svg>", ""]))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    rows = parse(open(sys.argv[1], encoding="utf-8").read())
    for path in sys.argv[3:]:
        (draw_svg if path.endswith(".svg") else draw_png)(rows, int(sys.argv[2]), path)


main()
