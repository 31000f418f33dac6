internal import Glibc
internal import Native

extension Scene {
  /// The page as the scene shows it; `nil` where the corners make no quadrilateral.
  func render(_ page: PixelBuffer) -> PixelBuffer? {
    guard
      let toPage = Homography(
        from: corners, toWidth: Double(page.width), height: Double(page.height))
    else { return nil }
    let source = page.samples
    let stride = page.width * 3
    let lastX = Double(page.width - 1)
    let lastY = Double(page.height - 1)
    var samples = [UInt8](repeating: 0, count: width * height * 3)
    var lights = [Double](repeating: 1, count: width / Self.lightStep + 2)
    var target = 0
    for y in 0..<height {
      for index in lights.indices { lights[index] = light(x: index * Self.lightStep, y: y) }
      for x in 0..<width {
        let cell = x / Self.lightStep
        let share = Double(x % Self.lightStep) / Double(Self.lightStep)
        let light = lights[cell] * (1 - share) + lights[cell + 1] * share
        var (u, v) = toPage(Double(x) + 0.5, Double(y) + 0.5)
        u -= 0.5
        v -= 0.5
        if curl.height > 0 { v += sin(u / lastX * curl.waves * 2 * .pi + curl.phase) * curl.height }
        var red: Double
        var green: Double
        var blue: Double
        if u >= 0, v >= 0, u < lastX, v < lastY {
          let column = Int(u)
          let row = Int(v)
          let right = u - Double(column)
          let down = v - Double(row)
          let at = row * stride + column * 3
          let weights = (
            (1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down
          )
          red = Self.blend(source, at, stride, weights)
          green = Self.blend(source, at + 1, stride, weights)
          blue = Self.blend(source, at + 2, stride, weights)
        } else {
          (red, green, blue) = background.colour(x: Double(x), y: Double(y))
        }
        red *= light * tint.red
        green *= light * tint.green
        blue *= light * tint.blue
        if let glare {
          let added =
            glare.amount(x: Double(x) / Double(width), y: Double(y) / Double(height)) * 255
          red += added
          green += added
          blue += added
        }
        samples[target] = UInt8(min(255, max(0, red)))
        samples[target + 1] = UInt8(min(255, max(0, green)))
        samples[target + 2] = UInt8(min(255, max(0, blue)))
        target += 3
      }
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }

  /// Light changes slowly: it is worked out for every so many pixels and drawn straight between.
  private static let lightStep = 16

  @inline(__always)
  private static func blend(
    _ source: [UInt8], _ at: Int, _ stride: Int, _ weights: (Double, Double, Double, Double)
  ) -> Double {
    Double(source[at]) * weights.0 + Double(source[at + 3]) * weights.1
      + Double(source[at + stride]) * weights.2 + Double(source[at + stride + 3]) * weights.3
  }

  private func light(x: Int, y: Int) -> Double {
    // From -1 to 1 along each side.
    let across = Double(x) / Double(width) * 2 - 1
    let down = Double(y) / Double(height) * 2 - 1
    var light = brightness * (1 + slope.x * across + slope.y * down)
    light *= 1 - vignette * (across * across + down * down) / 2
    if let shadow {
      let distance = cos(shadow.direction) * across + sin(shadow.direction) * down - shadow.offset
      let depth = min(1, max(0, distance / shadow.softness + 0.5))
      light *= 1 - shadow.strength * depth * depth * (3 - 2 * depth)
    }
    return light
  }
}

extension Scene.Glare {
  fileprivate func amount(x: Double, y: Double) -> Double {
    let distance = ((x - self.x) * (x - self.x) + (y - self.y) * (y - self.y)) / (radius * radius)
    guard distance < 4 else { return 0 }
    return strength * exp(-distance * 1.5)
  }
}

extension Scene.Background {
  fileprivate func colour(x: Double, y: Double) -> (Double, Double, Double) {
    switch self {
    case .plain(let red, let green, let blue): return (red, green, blue)
    case .desk(let red, let green, let blue, let grain, let length):
      let wave =
        sin(y / length * 6 + sin(x / length) * 1.7) + 0.6 * sin(y / length * 17 + x / length)
      let shade = 1 + grain * wave
      return (red * shade, green * shade, blue * shade)
    case .screen(let red, let green, let blue, let period):
      let lines = sin(x * 2 * .pi / period) * sin((x * 0.07 + y) * 2 * .pi / (period * 1.07))
      let shade = 1 + 0.22 * lines
      return (red * shade, green * shade, blue * shade)
    }
  }
}
