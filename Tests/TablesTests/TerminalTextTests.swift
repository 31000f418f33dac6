import Testing

@testable import Tables

@Suite struct TerminalTextTests {
  @Test(arguments: [
    // Colours, titles and modes.
    ("\u{1B}[01;32mroot@mail\u{1B}[00m:~# dig\r\n", "root@mail:~# dig\n"),
    ("\u{1B}]0;root@mail: ~\u{7}a\n", "a\n"), ("\u{1B}]2;t\u{1B}\\b\n", "b\n"),
    ("\u{1B}[?2004ha\u{1B}[?2004l\n", "a\n"), ("\u{1B}(Ba\u{1B}[m\n", "a\n"),
    // What was typed and mended.
    ("dih\u{8}\u{1B}[Kg mx\n", "dig mx\n"), ("dg\u{8}\u{1B}[1@ig\n", "dig\n"),
    ("digg\u{8}\u{1B}[P mx\n", "dig mx\n"), ("old line\r\u{1B}[Knew\n", "new\n"),
    ("a\u{1B}[3Cb\n", "a   b\n"), ("部门\u{8}\u{8}\u{1B}[K长\n", "部长\n"), ("a\u{8}aa\n", "aa\n"),
    // Lines end as before, and other controls are passed over.
    ("a\u{7}\r\nb\u{1A}", "a\nb"), ("a\u{B}b\n", "ab\n"),
    // Broken off, or far too wide.
    ("a\u{1B}", "a"), ("a\u{1B}[12", "a"), ("a\u{1B}[99999999999999999999Cb", "a b"),
  ])
  func isWhatWasShown(recorded: String, shown: String) {
    #expect(TerminalText.plain(recorded) == shown)
  }

  @Test func textsWithoutControlsStayAsTheyAre() {
    for text in ["a\r\nb\tc", "组织架构\n", ""] { #expect(TerminalText.plain(text) == text) }
  }

  /// Records of a terminal are text, other bytes with controls are none.
  @Test func logsAreText() {
    let log = "\u{1B}[?2004h\u{1B}[01;32mroot@mail\u{1B}[00m:~# dig MX a-example.cn\r\n"
    #expect(PlainText.decoded(Array(log.utf8)) == "root@mail:~# dig MX a-example.cn\n")
    #expect(PlainText.decoded([0x1B, 0x1B, 0x61]) == nil)
    #expect(PlainText.decoded(Array("a\u{0}b".utf8)) == nil)
  }

  /// A line that nobody typed: to follow each edit of it would take its square of time.
  @Test(arguments: ["\u{1B}[P", "\u{1B}[@", "\u{1B}[1K", "\u{1B}[X"])
  func endlessLinesEnd(edit: String) {
    let line = String(repeating: "a", count: 200_000)
    let shown = TerminalText.plain(line + "\r" + String(repeating: edit, count: 100_000))
    #expect(shown == line)
  }
}
