"""Pictures of a paper as scanners, telephones and fax machines make them."""

import cv2
import numpy as np


def photographed(picture, how, noise):
    """The page as another device would give it."""
    height, width = picture.shape[:2]
    if how == "fax":
        small = cv2.resize(picture, None, fx=0.72, fy=0.72, interpolation=cv2.INTER_AREA)
        grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        grey = np.clip(grey + noise.normal(0, 14, grey.shape), 0, 255).astype(np.uint8)
        return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 31, 18)
    if how == "scan":
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), noise.uniform(-1.5, 1.5), 0.97)
        page = cv2.warpAffine(picture, turn, (width, height), borderValue=(250, 250, 250))
        page = cv2.GaussianBlur(page, (0, 0), 0.8)
        return np.clip(page + noise.normal(0, 4, page.shape), 0, 255).astype(np.uint8)
    # A table with grain.
    table = np.full((int(height * 1.3), int(width * 1.3), 3), (58, 92, 128), np.float32)
    grain = cv2.GaussianBlur(noise.normal(0, 60, (table.shape[0], 40)).astype(np.float32), (0, 0), 3)
    table += cv2.resize(grain, (table.shape[1], table.shape[0]))[..., None]
    lean = 0.05 if how == "photo" else 0.03
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    offset = np.float32([width * 0.15, height * 0.15])
    shifted = corners + offset + noise.uniform(-lean, lean, (4, 2)).astype(np.float32) * np.float32([width, height])
    matrix = cv2.getPerspectiveTransform(corners, shifted)
    size = (table.shape[1], table.shape[0])
    page = cv2.warpPerspective(picture.astype(np.float32), matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, size)[..., None]
    shot = table * (1 - mask) + page * mask
    across = np.linspace(0.72, 1.05, size[0])[None, :, None]
    down = np.linspace(1.02, 0.85, size[1])[:, None, None]
    shot = shot * across * down
    if how == "screen":
        stripes = 1 + 0.07 * np.sin(np.arange(size[0]) * 0.9)[None, :, None] + 0.05 * np.sin(np.arange(size[1]) * 0.83)[:, None, None]
        shot = shot * stripes * np.float32([1.08, 1.0, 0.93])
    shot = cv2.GaussianBlur(shot, (0, 0), 1.1)
    shot = np.clip(shot + noise.normal(0, 7, shot.shape), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.rot90(shot, int(noise.integers(0, 4))))
