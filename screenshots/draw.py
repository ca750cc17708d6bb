#!/usr/bin/env python3
"""Draws a terminal's screen: draw.py [--light] SCREEN COLUMNS OUT.png|OUT.svg…

SCREEN is what `tmux capture-pane -peN` writes, or a folder of such files, which become a moving picture in the order of
their names: NUMBER.MILLISECONDS. The same screens make the same bytes. Needs pillow and the fonts of Debian's fonts-jetbrains-mono and fonts-dejavu-core (for the characters
that the first has not)."""

import os
import re
import sys
import unicodedata
from collections import Counter
from html import escape
from itertools import groupby
from typing import NamedTuple, Optional

BACKGROUND, FOREGROUND = (24, 26, 31), (200, 204, 212)
PALETTE = [
    (40, 44, 52), (224, 108, 117), (152, 195, 121), (229, 192, 123),
    (97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191),
    (120, 128, 143), (240, 113, 120), (166, 218, 149), (238, 212, 159),
    (138, 173, 244), (198, 160, 246), (139, 213, 202), (230, 233, 239),
]
LIGHT_BACKGROUND, LIGHT_FOREGROUND = (250, 250, 248), (48, 51, 59)
LIGHT_PALETTE = [
    (48, 51, 59), (192, 36, 56), (46, 122, 48), (146, 98, 0),
    (32, 88, 196), (154, 38, 152), (0, 112, 130), (158, 160, 168),
    (112, 116, 126), (214, 56, 76), (62, 142, 62), (170, 118, 12),
    (56, 112, 232), (180, 60, 180), (10, 132, 152), (250, 250, 248),
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


def without_unseen(row):
    """The row with its blanks in the look of what stands before them, where nobody can see that: what a terminal knows of
    a blank but its background depends on what it has shown before."""
    out = []
    for cell in row:
        if cell.text == " " and not cell.style.underline:
            seen = Style(background=cell.style.colors()[1])
            before = out[-1].style if out else seen
            same = before.colors()[1] == seen.background and not before.underline
            cell = cell._replace(style=before if same else seen)
        out.append(cell)
    return out


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
        rows.append(without_unseen(row))
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


class Frame(NamedTuple):
    rows: list
    milliseconds: int = 0


def read_frames(path):
    """What is to be drawn: one screen, or those of a folder. Equal ones after each other are one."""
    def read(path):
        with open(path, encoding="utf-8") as file:
            return parse(file.read())

    if not os.path.isdir(path):
        return [Frame(read(path))]
    frames = []
    for name in sorted(os.listdir(path)):
        _, milliseconds = name.split(".")
        frames.append(Frame(read(os.path.join(path, name)), int(milliseconds)))
    return [Frame(rows, sum(frame.milliseconds for frame in same)) for rows, same in groupby(frames, lambda f: f.rows)]


def canvas(rows):
    """The background that most cells have, which goes around them, too."""
    found = Counter(cell.style.colors()[1] for row in rows for cell in row)
    return (found.most_common(1)[0][0] if found else None) or BACKGROUND


def draw_png(frames, columns, path):
    try:
        from PIL import Image, ImageChops, ImageDraw, ImageFont
    except ImportError:
        sys.exit("draw.py: pillow is missing (Debian: python3-pil)")
    try:
        fonts = {bold: ImageFont.truetype(file, SIZE) for bold, file in ((False, REGULAR), (True, BOLD))}
        spare = ImageFont.truetype(SPARE, SIZE)
    except OSError:
        sys.exit("draw.py: fonts are missing (Debian: fonts-jetbrains-mono, fonts-dejavu-core)")
    glyphs = known(REGULAR)
    w, h = round(fonts[False].getlength("M")), CELL_HEIGHT
    baseline = (h - SIZE) // 2 + round(SIZE * 0.82)

    def image_of(rows):
        image = Image.new("RGB", (columns * w + 2 * MARGIN, len(rows) * h + 2 * MARGIN), canvas(rows))
        draw = ImageDraw.Draw(image)
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
        return image

    def palette_of(sheet):
        """The most common colours as they are, and what stands best for all the others."""
        counts = sorted(sheet.getcolors(1 << 24), reverse=True)
        colors = [value for _, rgb in counts[:64] for value in rgb]
        others = sheet.quantize(255 - len(colors) // 3, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        colors += others.getpalette()[:3 * 255 - len(colors)]
        # Pillow looks for what has changed by its colours, so what is transparent has one that nothing else has.
        return colors + colors[:3] * (255 - len(colors) // 3) + [255, 0, 255]

    # Few colours: a palette makes the file a third as large. Moving pictures have one for all their frames.
    images = [image_of(frame.rows) for frame in frames]
    sheet = Image.new("RGB", (images[0].width, sum(image.height for image in images)))
    for number, image in enumerate(images):
        sheet.paste(image, (0, number * image.height))
    palette = Image.new("P", (1, 1))
    palette.putpalette(palette_of(sheet))
    images = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]
    if len(images) == 1:
        images[0].save(path, optimize=True)
        return
    # What does not change is transparent in the next frame, which packs well.
    clear = 255
    parts = [images[0]]
    for before, after in zip(images, images[1:]):
        part = after.copy()
        numbers = [Image.frombytes("L", image.size, image.tobytes()) for image in (before, after)]
        part.paste(clear, mask=ImageChops.difference(*numbers).point(lambda difference: 0 if difference else 255))
        parts.append(part)
    parts[0].save(path, save_all=True, append_images=parts[1:], loop=0, blend=1, transparency=clear, compress_level=9,
                  duration=[frame.milliseconds for frame in frames])


W = 11.4


def hexa(rgb):
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def svg_row(row, top):
    """The elements of a row: as many texts as it has styles."""
    out, x = [], 0
    for style, run in groupby(row, lambda cell: cell.style):
        run = list(run)
        cells = sum(cell.width for cell in run)
        front, back = style.colors()
        left = MARGIN + x * W
        if back:
            out.append(f'<rect x="{left:g}" y="{top}" width="{cells * W:g}" height="{CELL_HEIGHT}" fill="{hexa(back)}"/>')
        text = "".join(cell.text for cell in run)
        if not style.underline:
            # Browsers leave out spaces at the ends.
            left += W * (len(text) - len(text.lstrip()))
            text = text.strip()
        if text:
            weight = ' font-weight="bold"' if style.bold else ""
            line = ' text-decoration="underline"' if style.underline else ""
            length = W * sum(width(character) for character in text)
            text = escape(text.replace(" ", "\u00a0"))
            out.append(f'<text x="{left:g}" y="{top + 20}" fill="{hexa(front)}" textLength="{length:g}"{weight}{line}>{text}</text>')
        x += cells
    return out


def draw_svg(frames, columns, path):
    """Of a moving picture, each row is there once for each span of time in which it does not change."""
    height = max(len(frame.rows) for frame in frames)
    total = sum(frame.milliseconds for frame in frames)
    body, spans = [], {}
    for y in range(height):
        first = 0
        for row, same in groupby(frame.rows[y] if y < len(frame.rows) else [] for frame in frames):
            last = first + len(list(same))
            elements = svg_row(row, MARGIN + y * CELL_HEIGHT)
            if (first, last) == (0, len(frames)):
                body += elements
            elif elements:
                name = spans.setdefault((first, last), f"s{len(spans)}")
                body += [f'<g class="{name}">', *elements, "</g>"]
            first = last

    def percent(number):
        return f"{100 * sum(frame.milliseconds for frame in frames[:number]) / total:.4g}%"

    styles = []
    for (first, last), name in spans.items():
        steps = ["0%{visibility:hidden}"] if first > 0 else []
        steps.append(f"{percent(first)}{{visibility:visible}}")
        steps += [f"{percent(last)},to{{visibility:hidden}}"] if last < len(frames) else ["to{visibility:visible}"]
        styles += [f"@keyframes {name}{{{''.join(steps)}}}", f".{name}{{animation:{name} {total}ms step-end infinite}}"]
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * W + 2 * MARGIN:g} {height * CELL_HEIGHT + 2 * MARGIN}" '
           f'font-family="JetBrains Mono, DejaVu Sans Mono, monospace" font-size="{SIZE}" shape-rendering="crispEdges">',
           *(["<style>", *styles, "</style>"] if styles else []),
           f'<rect width="100%" height="100%" fill="{hexa(canvas(frames[0].rows))}"/>']
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out + body + ["</svg>", ""]))


def main():
    global BACKGROUND, FOREGROUND, PALETTE
    arguments = sys.argv[1:]
    if arguments[:1] == ["--light"]:
        BACKGROUND, FOREGROUND, PALETTE = LIGHT_BACKGROUND, LIGHT_FOREGROUND, LIGHT_PALETTE
        arguments.pop(0)
    if len(arguments) < 3:
        sys.exit(__doc__)
    columns = int(arguments[1])
    frames = read_frames(arguments[0])
    for path in arguments[2:]:
        (draw_svg if path.endswith(".svg") else draw_png)(frames, columns, path)


main()
