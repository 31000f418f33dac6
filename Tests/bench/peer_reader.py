"""Runs in the peer's own environment: RapidOCR with its defaults on OpenVINO, over all pictures."""

import json
import logging
import sys

from rapidocr import EngineType, RapidOCR

logging.disable(logging.INFO)
engine = RapidOCR(params={
    "Det.engine_type": EngineType.OPENVINO,
    "Cls.engine_type": EngineType.OPENVINO,
    "Rec.engine_type": EngineType.OPENVINO,
})
for picture in sys.argv[1:]:
    lines = engine(picture).txts or ()
    print(json.dumps({"file": picture, "lines": len(lines)}))
