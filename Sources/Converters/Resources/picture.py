"""Makes a picture anew for Amparo: a PNG, JPEG or WebP comes in on standard input, a picture of its dots alone goes out. See PictureConversion.swift.

Arguments: PNG or JPEG, the most width and height, and rectangles "left,top,width,height" in thousandths of the upright picture that become black.
"""
import io
import sys
import warnings

from PIL import Image, ImageDraw, ImageOps

# A picture that unpacks to more than this is no picture of ours.
Image.MAX_IMAGE_PIXELS = 40_000_000
warnings.simplefilter("error")

form, mode = sys.argv[1], {"PNG": "RGBA", "JPEG": "RGB"}[sys.argv[1]]
picture = Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=["PNG", "JPEG", "WEBP"])
ImageOps.exif_transpose(picture, in_place=True)
picture = picture.convert("RGBA" if mode == "RGBA" or picture.mode in ("RGBA", "LA", "P") else "RGB")
picture.thumbnail((int(sys.argv[2]), int(sys.argv[3])))
draw = ImageDraw.Draw(picture)
for rectangle in sys.argv[4:]:
    left, top, width, height = (min(max(int(number), 0), 1_000) for number in rectangle.split(","))
    right, bottom = -(-(left + width) * picture.width // 1_000), -(-(top + height) * picture.height // 1_000)
    draw.rectangle([left * picture.width // 1_000, top * picture.height // 1_000, right, bottom], fill="black")
# A new one: colour profile, comments, place and camera stay behind, and so does what was under the black. Paper shows where nothing is.
fresh = Image.new(mode, picture.size, "white" if mode == "RGB" else (0, 0, 0, 0))
fresh.paste(picture, mask=picture if mode == "RGB" and picture.mode == "RGBA" else None)
fresh.save(sys.stdout.buffer, form, optimize=True, **({"quality": 85} if form == "JPEG" else {}))
