/// A page before a camera or on a scanner's glass, and the light on it.
struct Scene {
  enum Background {
    /// One colour, 0 to 255.
    case plain(red: Double, green: Double, blue: Double)
    /// A grained desk: colour, strength of the grain, and its length in pixels.
    case desk(red: Double, green: Double, blue: Double, grain: Double, length: Double)
    /// Fine interfering lines, as of a screen under the page.
    case screen(red: Double, green: Double, blue: Double, period: Double)
  }

  /// A soft straight shadow: everything beyond the line is darker.
  struct Shadow {
    /// Direction of the line's normal, in radians.
    let direction: Double
    /// Where the line crosses, in half diagonals from the middle.
    let offset: Double
    let softness: Double
    /// Share of light taken away.
    let strength: Double
  }

  /// A bright spot; position and radius as shares of the frame.
  struct Glare {
    let x: Double
    let y: Double
    let radius: Double
    /// Added at its middle, 0 to 1.
    let strength: Double
  }

  let width: Int
  let height: Int
  /// The page's corners in the frame, clockwise from its own top left, in pixels.
  let corners: [Homography.Position]
  let background: Background
  var brightness = 1.0
  /// Change of light across the frame, left to right and top to bottom.
  var slope: (x: Double, y: Double) = (0, 0)
  var tint: (red: Double, green: Double, blue: Double) = (1, 1, 1)
  var vignette = 0.0
  var shadow: Shadow?
  var glare: Glare?
  /// The height of a wave of the paper, in page pixels, and how many waves fit its width.
  var curl: (height: Double, waves: Double, phase: Double) = (0, 0, 0)
}
