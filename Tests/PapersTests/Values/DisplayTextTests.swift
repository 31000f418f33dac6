import Testing

@testable import Papers

/// What reports show of a text as it was read.
@Suite struct DisplayTextTests {
  /// 一 before 般 is as flat as a dash, and detection takes it for one or loses it.
  @Test(arguments: [
    ("般项目：软件开发；会务服务", "一般项目：软件开发；会务服务"),
    ("-般项目：软件开发；会务服务", "一般项目：软件开发；会务服务"),
    ("许可项目：图书零售。般项目：软件开发", "许可项目：图书零售。一般项目：软件开发"),
    ("许可经营项目：无；—般经营项目：包装设计", "许可经营项目：无；一般经营项目：包装设计"),
    ("一般项目：软件开发", "一般项目：软件开发"),
    ("百般项目：软件开发", "百般项目：软件开发"), ("软件开发；一般项目管理", "软件开发；一般项目管理"),
  ])
  func theHeadingOfAScopeIsWhole(read: String, shown: String) {
    #expect(DisplayText.cleaned(read, profile: "text") == shown)
  }
}
