"""The faces plates are drawn in: many random stroke dies, known state dies, and some open fonts from Debian packages."""
import glob
import random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import glyphs
import serials

ROOT = "/usr/share/fonts/"
# Debian packages: fonts-roadgeek, fonts-routed-gothic, fonts-national-park, fonts-bebas-neue, fonts-osifont, fonts-opendin,
# fonts-roboto-unhinted, fonts-league-mono, fonts-liberation, fonts-dejavu, fonts-urw-base35, fonts-open-sans; for captions also
# fonts-dancingscript, fonts-kaushanscript, fonts-lobster, fonts-lobstertwo, fonts-cabin, fonts-ebgaramond, fonts-league-spartan, fonts-play,
# fonts-quattrocento, fonts-yanone-kaffeesatz, fonts-adf-*, fonts-averia-serif-gwf, fonts-rufscript, fonts-vollkorn
FONTS = ["truetype/roadgeek/RG2014[BCD].ttf", "truetype/routed-gothic/routed-gothic*.ttf", "opentype/national-park/NationalPark-[RHB]*.otf",
         "truetype/opendin/*.ttf", "truetype/osifont/osifont.ttf", "opentype/bebas-neue/BebasNeue-[BR]*.otf",
         "truetype/liberation*/LiberationSansNarrow-[BR]*[dr].ttf", "truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
         "truetype/roboto/unhinted/RobotoCondensed-[BMR]*[dmr].ttf", "opentype/league-mono/LeagueMono-*ondensed[MSB]*.otf",
         "opentype/urw-base35/NimbusSansNarrow-[BR]*[dr].otf", "truetype/open-sans/OpenSans-CondBold.ttf"]
TEXT = ["truetype/dejavu/DejaVuSerif*.ttf", "opentype/urw-base35/*.otf", "truetype/liberation*/*Bold*.ttf", "opentype/dancingscript/*Bold.otf",
        "opentype/kaushanscript/*.otf", "opentype/lobster*/*.otf", "opentype/cabin/Cabin-Bold*.otf", "opentype/ebgaramond/*Bold.otf",
        "opentype/league-spartan/*-Bold.otf", "opentype/play/*Bold.otf", "opentype/quattrocento/*.otf", "opentype/yanone-kaffeesatz/*-Bold.otf",
        "truetype/adf/*-Bold*.otf", "truetype/averia-gwf/*-Bold*.ttf", "truetype/rufscript/*.ttf", "truetype/vollkorn/*Bold*.ttf"]
FRAME_WORDS = ["TOYOTA", "FORD", "HONDA", "CHEVROLET", "LINCOLN PARK", "AUTO GROUP", "www.cars.com", "SALES & SERVICE", "ALUMNI", "MOTORS",
               "UNIVERSITY", "BAY AREA", "VALLEY FORD", "My other car is a bike", "NISSAN OF DOWNTOWN", "Mercedes-Benz", "CITY MAZDA", "CREST",
               "MEMBER", "POLICE ASSOCIATION", "A PLEASANT PLACE", "I LOVE MY DOG", "1-800-555-0100", "Beach Cities", "SUBARU", "PROUD PARENT"]


def files(patterns, slanted=False):
    skip = ("standardsymbols", "d050000l", "ornaments") + (() if slanted else ("oblique", "italic", "z003"))
    return [f for p in patterns for f in sorted(glob.glob(ROOT + p)) if not any(s in f.lower() for s in skip)]


def mask(text, font):
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("L", (right - left + 4, bottom - top + 4), 0)
    ImageDraw.Draw(image).text((2 - left, 2 - top), text, font=font, fill=255)
    drawn = np.array(image)
    rows, columns = np.where(drawn.max(1) > 64)[0], np.where(drawn.max(0) > 64)[0]
    return drawn[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]


class FontFace:
    def __init__(self, path):
        font = ImageFont.truetype(path, glyphs.CELL + 24)
        self.masks = {}
        for c in serials.SYMBOLS + "O":
            m = mask(c, font)
            self.masks[c] = cv2.resize(m, (max(4, round(m.shape[1] * glyphs.CELL / m.shape[0])), glyphs.CELL), interpolation=cv2.INTER_AREA)


class Faces:
    """Loaded once per rendering process."""

    def __init__(self, rng, strokes=220, per_die=14):
        self.fonts = [FontFace(f) for f in files(FONTS)]
        self.random = [glyphs.Face(rng) for _ in range(strokes)]
        self.dies = {s: [glyphs.die(s, rng) for _ in range(per_die)] for s in glyphs.DIES}
        captions = [ImageFont.truetype(f, 30) for f in files(TEXT, slanted=True)]
        words = [w for name, slogan, _ in serials.STATES.values() for w in (name, name, slogan) if w] + FRAME_WORDS
        self.captions = {w: [mask(rng.choice((w, w, w.upper(), w.title())), rng.choice(captions)) for _ in range(4)] for w in words}
        self.words = list(self.captions)

    def pick(self, state, rng):
        if state in self.dies and rng.random() < .6:
            return rng.choice(self.dies[state])
        return rng.choice(self.fonts) if rng.random() < .28 else rng.choice(self.random)

    def caption(self, word, rng):
        return rng.choice(self.captions[word])
