"""Makes the small fonts of symbols that the Lab's text fonts lack: mathematics, arrows, sub- and superscripts, ‖ and ✓.

    pip install fonttools brotli
    npm install @ibm/plex-sans@1.1.0 @ibm/plex-mono@2.5.0 @expo-google-fonts/source-serif-4@0.4.1
    python make.py node_modules

Each is cut from the full version of the font it stands beside. What none of them has is made of its own letters: ‖ of two |, the
missing sub- and superscripts of small ones.
The result is renamed, as the licence (OFL.txt) asks of modified versions.
"""

import sys
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SYMBOLS = "ΔΣΠαβγδεθλμπρσφχ∂∆∏∑√∞∫≈≠≤≥←↑→↓↔⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋✓"
BLOCKS = "␣▏▎▍▌▋▊▉█░▒▓─│▁▂▃▄▅▆▇"
DOUBLE_BAR = 0x2016
SMALL = 0.62
LOWERED = {"ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₙ": "n", "ₓ": "x"}
RAISED = {"⁻": "−", "⁺": "+", "ˡ": "l", "ⁱ": "i", "ⁿ": "n", "ᵀ": "T"}

SOURCES = {
    "serif": ("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf", SYMBOLS),
    "sans": ("@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Regular.woff2", SYMBOLS),
    "sans-medium": ("@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Medium.woff2", SYMBOLS),
    "mono": ("@ibm/plex-mono/fonts/complete/woff2/IBMPlexMono-Regular.woff2", SYMBOLS + BLOCKS),
}


def add_glyph(font: TTFont, code: int, pen: TTGlyphPen, advance: int) -> None:
    name = f"uni{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (advance, font["glyf"][name].xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def add_double_bar(font: TTFont, fixed_width: bool) -> None:
    bar = font.getBestCmap()[ord("|")]
    advance = font["hmtx"].metrics[bar][0]
    apart = round(font["head"].unitsPerEm * 0.085)
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    for shift in (-apart, apart) if fixed_width else (0, 2 * apart):
        glyphs[bar].draw(DecomposingTransform(pen, glyphs, (1, 0, 0, 1, shift, 0)))
    add_glyph(font, DOUBLE_BAR, pen, advance if fixed_width else advance + 2 * apart)


def add_small(font: TTFont, symbol: str, letter: str, rise: float, fixed_width: bool) -> None:
    if ord(symbol) in font.getBestCmap():
        return
    source = font.getBestCmap()[ord(letter)]
    full = font["hmtx"].metrics[source][0]
    shift = round(full * (1 - SMALL) / 2) if fixed_width else 0
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    move = (SMALL, 0, 0, SMALL, shift, round(font["head"].unitsPerEm * rise))
    glyphs[source].draw(DecomposingTransform(pen, glyphs, move))
    add_glyph(font, ord(symbol), pen, full if fixed_width else round(full * SMALL))


class DecomposingTransform(TransformPen):
    """Draws a letter of several parts, as an i is, part by part."""

    def __init__(self, pen, glyphs, move):
        super().__init__(pen, move)
        self.glyphs = glyphs

    def addComponent(self, name, move):
        self.glyphs[name].draw(TransformPen(self, move))


def main(modules: Path) -> None:
    for style, (source, text) in SOURCES.items():
        font = TTFont(modules / source)
        fixed_width = style == "mono"
        add_double_bar(font, fixed_width)
        for rise, symbols in ((-0.12, LOWERED), (0.27, RAISED)):
            for symbol, letter in symbols.items():
                add_small(font, symbol, letter, rise, fixed_width)
        options = Options(layout_features=[], hinting=False, notdef_outline=True, drop_tables=["DSIG", "GSUB", "GPOS", "GDEF", "STAT"])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[DOUBLE_BAR, *map(ord, text), *map(ord, [*LOWERED, *RAISED])])
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = f"Surprisal Symbols {style.title()}".replace(" ", "" if record.nameID == 6 else " ")
        font.flavor = "woff2"
        font.save(Path(__file__).with_name(f"symbols-{style}.woff2"))


main(Path(sys.argv[1]))
