#!/usr/bin/env python3
"""How often the recognizer takes a rare letter for a common one, and whether it holds the rare one possible.

    make bench-peer   # once: makes the environment with OpenVINO and Pillow
    .deps/peer/bin/python3 Tests/bench/rare_letters.py [--rounds N] [--seed N]

Draws the letters of RareNameLetters.swift, and those of the first level of GB 2312, in names of invented letters, in
the system's Chinese typefaces, sharp, as a photograph and as a poor one, and prints for several shares of probability
how many letters read wrong at .8 or more show the right one with that share, and how many right ones a rare one.
"""

import argparse
import pathlib
import random
import re
import subprocess

import cv2
import numpy
import openvino
from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODEL = ROOT / ".deps/rapidocr/models/PP-OCRv6_rec_small.onnx"
LETTERS = ROOT / "Sources/Recognition/Text/RareNameLetters.swift"
#: Height of a letter in pixels, blur, noise and JPEG quality: sharp, photograph, poor photograph.
LOOKS = [((20, 34), 0.3, 2, (75, 95)), ((14, 20), 0.7, 5, (55, 85)), ((11, 15), 0.9, 7, (40, 75))]
SURE = 0.8
SHARES = [0.001, 0.002, 0.005, 0.01, 0.02]


def level_one():
    return [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
            if not (row == 0xD7 and cell > 0xF9)]


def rare_letters():
    literal = re.search(r'"""\n(.*?)"""', LETTERS.read_text(), re.S).group(1)
    return re.findall(r"[\u4e00-\u9fff]", literal)


def typefaces():
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=True)
    files = sorted({line.split(":")[0] for line in listed.stdout.splitlines()})
    return [ImageFont.truetype(file, 60) for file in files if "Mono" not in file]


def has(font, letter):
    return font.getmask(letter).getbbox() is not None and bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def drawn(text, font, look, dice, noise):
    (low, high), blur, grain, (worst, best) = look
    picture = Image.new("L", (60 * len(text) + 20, 80), 255)
    ImageDraw.Draw(picture).text((10, 6), text, font=font, fill=dice.randint(0, 60))
    scale = dice.uniform(low, high) / 60
    small = cv2.resize(numpy.array(picture), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), dice.uniform(0.2, blur)).astype(numpy.float32)
    small = small * dice.uniform(0.7, 1) + noise.normal(0, grain, small.shape)
    _, coded = cv2.imencode(".jpg", numpy.clip(small, 0, 255).astype(numpy.uint8),
                            [cv2.IMWRITE_JPEG_QUALITY, dice.randint(worst, best)])
    small = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
    return cv2.resize(small, (round(small.shape[1] * 48 / small.shape[0] / 32) * 32, 48))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice, noise = random.Random(options.seed), numpy.random.default_rng(options.seed)
    core = openvino.Core()
    model = core.read_model(MODEL)
    names = ["", *model.get_rt_info(["framework", "character"]).astype(str).split("\n"), " "]
    reader = core.compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    common, rare, fonts = level_one(), rare_letters(), typefaces()
    classes = [names.index(letter) for letter in rare if letter in names]
    wrong, right = [], []
    for letter in rare * options.rounds + common:
        font = dice.choice([font for font in fonts if has(font, letter)] or fonts)
        text = [dice.choice(common) for _ in range(dice.choice([2, 3, 3, 3, 4]))]
        place = dice.randrange(len(text))
        text[place] = letter
        picture = drawn("".join(text), font, dice.choice(LOOKS), dice, noise)
        frames = reader(numpy.repeat(picture[None, None].astype(numpy.float32) / 127.5 - 1, 3, axis=1))[0][0]
        best = frames.argmax(axis=1)
        starts = [i for i, symbol in enumerate(best) if symbol and (i == 0 or best[i - 1] != symbol)]
        if len(starts) != len(text):
            continue
        frame = frames[starts[place]]
        symbol = names[best[starts[place]]]
        if frame.max() < SURE:
            continue
        if symbol != letter and letter in rare:
            wrong.append(frame[names.index(letter)] if letter in names else 0)
        elif symbol == letter and letter not in rare:
            right.append(max(frame[index] for index in classes))
    print(f"{len(wrong)} rare letters surely read as another, {len(right)} common ones surely read right")
    for limit in SHARES:
        print(f"share {limit}: doubted {sum(s >= limit for s in wrong) / len(wrong):.3f} of the wrong, "
              f"{sum(s >= limit for s in right) / len(right):.4f} of the right")


if __name__ == "__main__":
    main()
