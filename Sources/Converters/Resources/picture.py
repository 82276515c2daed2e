"""Makes a picture anew for Amparo: a PNG, JPEG or WebP comes in on standard input, a PNG of its pixels alone goes out. See PictureConversion.swift."""
import io
import sys
import warnings

from PIL import Image, ImageOps

# A picture that unpacks to more than this is no picture of ours.
Image.MAX_IMAGE_PIXELS = 20_000_000
warnings.simplefilter("error")

picture = Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=["PNG", "JPEG", "WEBP"])
picture = ImageOps.exif_transpose(picture).convert("RGBA")
picture.thumbnail((int(sys.argv[1]), int(sys.argv[2])))
# A new one: colour profile, comments, place and camera stay behind.
fresh = Image.new("RGBA", picture.size)
fresh.paste(picture)
fresh.save(sys.stdout.buffer, "PNG", optimize=True)
