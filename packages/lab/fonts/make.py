"""Makes the three small fonts of symbols that the Lab's text fonts lack: mathematics, arrows, sub- and superscripts, ‖ and ✓.

    pip install fonttools brotli
    npm install @ibm/plex-sans@1.1.0 @ibm/plex-mono@2.5.0 @expo-google-fonts/source-serif-4@0.4.1
    python make.py node_modules

Each is cut from the full version of the font it stands beside, and ‖ (in none of them) is drawn from two of its own |.
The result is renamed, as the licence (OFL.txt) asks of modified versions.
"""

import sys
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SYMBOLS = "ΔΣΠαβγδεθλμπρσφχ∂∆∏∑√∞∫≈≠≤≥←↑→↓↔⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋✓"
BLOCKS = "▏▎▍▌▋▊▉█░▒▓─│▁▂▃▄▅▆▇"
DOUBLE_BAR = 0x2016

SOURCES = {
    "serif": ("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf", SYMBOLS),
    "sans": ("@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Medium.woff2", SYMBOLS),
    "mono": ("@ibm/plex-mono/fonts/complete/woff2/IBMPlexMono-Regular.woff2", SYMBOLS + BLOCKS),
}


def add_double_bar(font: TTFont, fixed_width: bool) -> None:
    glyphs, metrics = font.getGlyphSet(), font["hmtx"].metrics
    bar = font.getBestCmap()[ord("|")]
    advance = metrics[bar][0]
    apart = round(font["head"].unitsPerEm * 0.085)
    pen = TTGlyphPen(glyphs)
    for shift in (-apart, apart) if fixed_width else (0, 2 * apart):
        glyphs[bar].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
    name = "uni2016"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    metrics[name] = (advance if fixed_width else advance + 2 * apart, font["glyf"][name].xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[DOUBLE_BAR] = name


def main(modules: Path) -> None:
    for style, (source, text) in SOURCES.items():
        font = TTFont(modules / source)
        add_double_bar(font, fixed_width=style == "mono")
        options = Options(layout_features=[], hinting=False, notdef_outline=True, drop_tables=["DSIG", "GSUB", "GPOS", "GDEF", "STAT"])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[DOUBLE_BAR, *map(ord, text)])
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = f"Surprisal Symbols {style.title()}".replace(" ", "" if record.nameID == 6 else " ")
        font.flavor = "woff2"
        font.save(Path(__file__).with_name(f"symbols-{style}.woff2"))


main(Path(sys.argv[1]))
