internal import Foundation
internal import Model
internal import Native

/// How far reading is, on one line of a terminal that is rewritten; silent on a pipe.
final class Progress {
  private let console: Console
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(console: Console) {
    self.console = console
    isShown = Terminal.isTerminal(.errors)
  }

  func update(_ done: Int, of total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(200), done < total { return }
    lastShown = now
    let elapsed = (now - start) / .seconds(1)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    // The first few files say little: models are still loading.
    let isTelling = done >= 3 && rate > 0
    let left = isTelling ? Int((Double(total - done) / rate).rounded(.up)) : nil
    let message = Message.progress(done: done, of: total, perSecond: rate, secondsLeft: left)
    show(message.text[console.locale])
  }

  /// Takes the line away.
  func end() { if lastShown != nil { show("") } }

  private func show(_ text: String) {
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8))
  }
}
