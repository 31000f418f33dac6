"""Runs in a peer's own environment: RapidOCR with its defaults, over all pictures.

With --f32 first, RapidOCR's networks compute in single precision on OpenVINO; left to itself OpenVINO takes bfloat16
on processors that have it. With --native FOLDER first, the models of that folder run in rapidocr_ng's own engine.
"""

import json
import logging
import pathlib
import sys
import tempfile

from rapidocr import RapidOCR


def characters(model):
    """The character list that a recognition model carries in its metadata (ONNX: field 14, key 1, value 2)."""
    data = pathlib.Path(model).read_bytes()
    key = b"\x0a\x09character\x12"
    at = data.index(key) + len(key)
    size = shift = 0
    while True:
        byte = data[at]
        at += 1
        size |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return data[at:at + size].decode("utf-8")


def native(folder):
    """rapidocr_ng takes the character list from a file."""
    keys = tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8")
    recognizer = str(pathlib.Path(folder) / "PP-OCRv6_rec_small.onnx")
    keys.write(characters(recognizer))
    keys.flush()
    return keys, RapidOCR(params={
        "Det.model_path": str(pathlib.Path(folder) / "PP-OCRv6_det_small.onnx"),
        "Rec.model_path": recognizer,
        "Rec.rec_keys_path": keys.name,
        "Global.use_cls": False,
    })


def openvino(is_single):
    import openvino
    from rapidocr import EngineType

    if is_single:
        compile_model = openvino.Core.compile_model

        def compile_single(core, *arguments, **options):
            core.set_property("CPU", {"INFERENCE_PRECISION_HINT": "f32"})
            return compile_model(core, *arguments, **options)

        openvino.Core.compile_model = compile_single
    return RapidOCR(params={
        "Det.engine_type": EngineType.OPENVINO,
        "Cls.engine_type": EngineType.OPENVINO,
        "Rec.engine_type": EngineType.OPENVINO,
    })


logging.disable(logging.INFO)
pictures = sys.argv[1:]
if pictures[:1] == ["--native"]:
    keys, engine = native(pictures[1])
    pictures = pictures[2:]
else:
    is_single = pictures[:1] == ["--f32"]
    pictures = pictures[1:] if is_single else pictures
    engine = openvino(is_single)
for picture in pictures:
    lines = engine(picture).txts or ()
    print(json.dumps({"file": picture, "lines": len(lines)}))
