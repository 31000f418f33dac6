"""Runs in the peer's own environment: RapidOCR with its defaults on OpenVINO, over all pictures.

With --f32 first, its networks compute in single precision; left to itself OpenVINO takes bfloat16 on processors that
have it.
"""

import json
import logging
import sys

import openvino
from rapidocr import EngineType, RapidOCR

logging.disable(logging.INFO)
pictures = sys.argv[1:]
if pictures[:1] == ["--f32"]:
    pictures = pictures[1:]
    compile_model = openvino.Core.compile_model

    def compile_single(core, *arguments, **options):
        core.set_property("CPU", {"INFERENCE_PRECISION_HINT": "f32"})
        return compile_model(core, *arguments, **options)

    openvino.Core.compile_model = compile_single
engine = RapidOCR(params={
    "Det.engine_type": EngineType.OPENVINO,
    "Cls.engine_type": EngineType.OPENVINO,
    "Rec.engine_type": EngineType.OPENVINO,
})
for picture in pictures:
    lines = engine(picture).txts or ()
    print(json.dumps({"file": picture, "lines": len(lines)}))
