internal import CEL
internal import Model
internal import Schema

extension Feature {
  /// What stands at a place, in words.
  static let hover = Feature("textDocument/hover", announcedAs: "hoverProvider") { context in
    HoverMaker(context: context).answer
  }
}
