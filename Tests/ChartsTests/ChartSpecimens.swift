import Model

@testable import Extract

/// One small organization in every text format, and reading it.
enum ChartSpecimens {
  /// `name < parent`, with `@person` where one is named.
  static let expected = [
    "星河科技有限公司 <", "市场部 < 星河科技有限公司 @张三", "品牌组 < 市场部", "研发中心 < 星河科技有限公司",
  ]

  static let drawIO = """
    <mxfile><diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="星河科技有限公司" vertex="1" parent="1"><mxGeometry x="200" y="20" width="160" height="40"/></mxCell>
    <UserObject id="b" label="&lt;b&gt;市场部&lt;/b&gt;&lt;br&gt;负责人：张三"><mxCell vertex="1" parent="1"><mxGeometry x="100" y="120" width="120" height="40"/></mxCell></UserObject>
    <mxCell id="c" value="品牌组" vertex="1" parent="1"><mxGeometry x="100" y="220" width="120" height="40"/></mxCell>
    <mxCell id="d" value="研发中心" vertex="1" parent="1"><mxGeometry x="300" y="120" width="120" height="40"/></mxCell>
    <mxCell id="e" edge="1" source="a" target="b" parent="1"><mxGeometry relative="1"/></mxCell>
    <mxCell id="f" edge="1" source="b" target="c" parent="1"><mxGeometry relative="1"/></mxCell>
    <mxCell id="g" edge="1" parent="1"><mxGeometry relative="1"><mxPoint x="280" y="62" as="sourcePoint"/><mxPoint x="360" y="118" as="targetPoint"/></mxGeometry></mxCell>
    <mxCell id="t" value="组织架构图 2026 版" vertex="1" parent="1"/>
    </root></mxGraphModel></diagram></mxfile>
    """

  static let texts: [(format: String, text: String)] = [
    ("drawio", drawIO),
    (
      "mermaid",
      "graph TD\n a[\"星河科技有限公司\"] --> b[市场部<br/>张三] & d(研发中心);\n b -->|管| c{{品牌组}}\n style a fill:#fff\n"
    ),
    (
      "mermaid mindmap",
      "mindmap\n  root((星河科技有限公司))\n    市场部（张三）\n      品牌组\n    研发中心\n"
    ),
    ("plantuml", "@startwbs\n* 星河科技有限公司\n**[#red] 市场部\\n张三\n***_ 品牌组\n**< 研发中心\n@endwbs\n"),
    (
      "freemind",
      "<map version=\"1.0.1\"><node TEXT=\"星河科技有限公司\"><node TEXT=\"市场部&#10;张三\"><node TEXT=\"品牌组\"/></node><node TEXT=\"研发中心\"/></node></map>"
    ),
    (
      "opml",
      "<opml version=\"2.0\"><body><outline text=\"星河科技有限公司\"><outline text=\"市场部（张三）\"><outline text=\"品牌组\"/></outline><outline text=\"研发中心\"/></outline></body></opml>"
    ),
    ("markdown", "# 星河科技有限公司\n\n- 市场部（张三）\n  - 品牌组\n- **研发中心**\n"),
    ("tree", "星河科技有限公司\n├── 市场部 张三\n│   └── 品牌组\n└── 研发中心\n"),
    ("tabs", "星河科技有限公司\n\t市场部：张三\n\t\t品牌组\n\t研发中心\n"),
    (
      "json",
      "{\"name\": \"星河科技有限公司\", \"children\": [{\"name\": \"市场部\", \"head\": \"张三\", \"children\": [{\"name\": \"品牌组\"}]}, {\"name\": \"研发中心\"}]}"
    ),
    (
      "json list",
      "[{\"id\":1,\"name\":\"星河科技有限公司\",\"parent\":null},{\"id\":2,\"name\":\"市场部\",\"parent\":1,\"负责人\":\"张三\"},{\"id\":3,\"name\":\"品牌组\",\"parent\":2},{\"id\":4,\"name\":\"研发中心\",\"parent\":1}]"
    ),
    ("csv", "部门,上级部门,负责人\n星河科技有限公司,,\n市场部,星河科技有限公司,张三\n品牌组,市场部,\n研发中心,星河科技有限公司,\n"),
    ("csv ids", "编号;名称;上级编号;负责人\n1;星河科技有限公司;0;\n2;市场部;1;张三\n3;品牌组;2;\n4;研发中心;1;\n"),
    ("csv paths", "部门路径\t负责人\n星河科技有限公司/市场部\t张三\n星河科技有限公司/市场部/品牌组\t\n星河科技有限公司/研发中心\t\n"),
    ("csv levels", "公司,一级部门,二级部门,负责人\n星河科技有限公司,市场部,,张三\n,,品牌组,\n,研发中心,,\n"),
    ("csv indented", "星河科技有限公司,,\n,市场部（张三）,\n,,品牌组\n,研发中心,\n"),
  ]

  static func read(_ bytes: [UInt8], file: String = "架构") -> Extraction {
    let source = Source(file: file, bytes: bytes, mediaType: MediaType(sniffing: bytes))
    var extraction = Extraction(file: file, mediaType: source.mediaType)
    SourceFamilies.all(.bare).first { $0.claims(source) }?.read(source, into: &extraction)
    return extraction
  }

  static func shown(_ hierarchy: Hierarchy?) -> [String] {
    guard let hierarchy else { return [] }
    return hierarchy.nodes.map { node in
      let parent = node.parent.map { " " + hierarchy.nodes[$0].name } ?? ""
      return node.name + " <" + parent + (node.person.map { " @" + $0 } ?? "")
    }
  }
}
