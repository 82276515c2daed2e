"""Two things that WeasyPrint 70.0 does twice for each line of text, done once. What is printed is the same to the last byte: see the
comparison in Tests/EndToEnd/paper.py. Any other version is left as it is.
"""
import math

import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break

KNOWN = "70.0"


def take():
    """Takes the shorter ways; false where this WeasyPrint is not the one they were made for."""
    if weasyprint.__version__ != KNOWN:
        return False
    inline.avoid_collisions = beside_nothing(inline.avoid_collisions)
    line_break.Layout.deactivate = lambda layout: None
    line_break.Layout.reactivate = kept(line_break.Layout.reactivate)
    return True


def beside_nothing(avoid_collisions):
    """A line from right to left is laid out anew when its left end is not where that of an empty line would be, to get round something that
    floats; so it always was. Where nothing floats, the place is told in such a way that adding the line's width gives the right end.
    """
    def place(context, box, containing_block, outer=True):
        x, y, width = avoid_collisions(context, box, containing_block, outer)
        if box.width and not context.excluded_shapes and containing_block.style["direction"] == "rtl":
            left = x - box.width
            close = (left, math.nextafter(left, math.inf), math.nextafter(left, -math.inf))
            x = next((near for near in close if near + box.width == x), x)
        return x, y, width
    return place


def kept(reactivate):
    """A line was forgotten once it had its place, and shaped again to be drawn; it is kept until its document is done. Only what is spread
    over the whole line is shaped again, since it was measured without its wider blanks.
    """
    def again(layout, style):
        if layout.justification_spacing:
            reactivate(layout, style)
    return again
