/// A measured fault of a picture with its cure.
package enum PictureFault: CaseIterable {
  case glare, blur, darkness, skew, distance, gray, small

  /// Whether the picture's `image.*` facts show the fault.
  ///
  /// The limits are those at which the forge's poor photos begin; they belong to advice, never to a verdict.
  package func applies(to picture: Extraction) -> Bool {
    switch self {
    case .glare: picture.measures("image.glare").contains { $0 > 0.05 }
    case .blur: picture.measures("image.sharpness").contains { $0 < 0.48 }
    case .darkness: picture.measures("image.brightness").contains { $0 < 0.45 }
    case .skew: picture.measures("image.skew_degrees").contains { abs($0) > 5 }
    case .distance: picture.measures("image.coverage").contains { $0 < 0.15 }
    case .gray: picture.facts.contains { $0.key == "image.is_grayscale" && $0.value == .bool(true) }
    case .small: picture.measures("image.short_side").contains { $0 < 600 }
    }
  }

  /// Whether a reviewer would refuse the picture for this alone, although everything was read.
  package func isReasonAlone(for picture: Extraction) -> Bool {
    switch self {
    case .glare: applies(to: picture)
    case .blur: picture.measures("image.sharpness").contains { $0 < 0.3 }
    case .darkness, .skew, .distance, .gray, .small: false
    }
  }

  package var advice: LocalizedText {
    switch self {
    case .glare:
      LocalizedText(
        "有反光：关闭闪光灯，避开灯光直射后重拍", "glare: flash off, no lamp straight above, and take it again")
    case .blur:
      LocalizedText(
        "模糊：擦净镜头，对焦后保持手机稳定，或改用扫描仪", "blurred: clean the lens, focus, hold still, or use a scanner")
    case .darkness:
      LocalizedText("太暗：在明亮、均匀的光线下拍摄", "too dark: take it in bright, even light")
    case .skew:
      LocalizedText(
        "倾斜：手机与证件平行，四角入镜",
        "tilted: hold the phone parallel to the paper, all four corners in the frame")
    case .distance:
      LocalizedText(
        "离得太远：靠近些，让证件占满画面，四角入镜",
        "too far away: let the paper fill the frame, all four corners in it")
    case .gray:
      LocalizedText(
        "黑白图片：请用原件彩色拍摄或扫描", "black and white: photograph or scan the original in colour")
    case .small:
      LocalizedText(
        "分辨率太低：请发送原图，不要经聊天软件压缩",
        "too few pixels: send the original file, not one that a messenger has made smaller")
    }
  }
}

extension Extraction {
  /// The numbers recorded for a key of the file's own facts.
  fileprivate func measures(_ key: String) -> [Double] {
    facts.filter { $0.key == key }.compactMap { fact in
      switch fact.value {
      case .int(let number): Double(number)
      case .double(let number): number
      case .null, .bool, .string, .date, .list: nil
      }
    }
  }
}
