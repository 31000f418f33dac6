internal import Native

/// A page of a company's own making: a title, labelled rows, some lines and the red stamp.
struct CompanyPaper {
  let title: String
  let rows: [(label: String, value: String)]
  let lines: [String]
  /// The text on the ring of the stamp.
  let stamp: String

  func sheet(_ dice: inout Dice) -> Sheet {
    let family = "Noto Sans CJK SC"
    let (title, rows, lines, stamp) = (title, rows, lines, stamp)
    let degrees = dice.number(-12.0...12.0)
    return Sheet(width: 1240, height: 1754, smallestText: 32) { canvas throws(DrawingError) in
      canvas.fillAll(.white)
      let heading = TextStyle(family: family, size: 56, weight: .bold, alignment: .center)
      let body = TextStyle(family: family, size: 34, leading: 1.6)
      try canvas.write(title, x: 620, y: 170, heading)
      var y = 340.0
      for row in rows {
        try canvas.write(row.label + "：" + row.value, x: 150, y: y, width: 940, body)
        y += 96
      }
      for line in lines {
        try canvas.write("　　" + line, x: 150, y: y + 40, width: 940, body)
        y += 96
      }
      try canvas.drawStamp(
        stamp, x: 860, y: 1380, radius: 150, degrees: degrees, opacity: 0.8, family: family)
    }
  }
}
