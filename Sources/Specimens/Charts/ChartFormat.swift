internal import Native

/// The formats in which one tree is drawn.
package enum ChartFormat: String, CaseIterable, Codable {
  case drawIO = "drawio"
  case packedDrawIO = "drawio-packed"
  case csvParents = "csv-parents"
  case csvPaths = "csv-paths"
  case xlsxParents = "xlsx-parents"
  case xlsxLevels = "xlsx-levels"
  case xlsxIndented = "xlsx-indented"
  case pptxSmartArt = "pptx-smartart"
  case pptxGlued = "pptx-glued"
  case pptxLoose = "pptx-loose"
  case docxSmartArt = "docx-smartart"
  case vsdx, mermaid
  case mermaidMindMap = "mermaid-mindmap"
  case plantUML = "plantuml"
  case xmind
  case oldXMind = "xmind-8"
  case freeMind = "freemind"
  case opml, markdown
  case tabs = "text-tabs"
  case json, svg, pdf
  case scan, photo

  var isPicture: Bool { self == .scan || self == .photo }

  var fileExtension: String {
    switch self {
    case .drawIO, .packedDrawIO: "drawio"
    case .csvParents, .csvPaths: "csv"
    case .xlsxParents, .xlsxLevels, .xlsxIndented: "xlsx"
    case .pptxSmartArt, .pptxGlued, .pptxLoose: "pptx"
    case .docxSmartArt: "docx"
    case .mermaid, .mermaidMindMap: "mmd"
    case .plantUML: "puml"
    case .xmind, .oldXMind: "xmind"
    case .freeMind: "mm"
    case .markdown: "md"
    case .tabs: "txt"
    case .scan, .photo: "jpg"
    case .vsdx, .opml, .json, .svg, .pdf: rawValue
    }
  }

  func bytes(_ tree: ChartTree, _ layout: ChartLayout, _ dice: inout Dice) throws -> [UInt8] {
    let text = TextCharts(tree: tree)
    let office = OfficeCharts(tree: tree, layout: layout)
    let drawn = DrawnCharts(tree: tree, layout: layout)
    switch self {
    case .drawIO: return Array(drawn.drawIO.utf8)
    case .packedDrawIO: return Array(drawn.packedDrawIO.utf8)
    case .csvParents: return Array(text.parentColumn.utf8)
    case .csvPaths: return Array(text.pathColumn.utf8)
    case .xlsxParents: return office.parentWorkbook
    case .xlsxLevels: return office.levelWorkbook
    case .xlsxIndented: return office.indentedWorkbook
    case .pptxSmartArt: return office.smartArtPresentation
    case .pptxGlued: return office.gluedPresentation
    case .pptxLoose: return office.loosePresentation
    case .docxSmartArt: return office.smartArtDocument
    case .vsdx: return office.visio
    case .mermaid: return Array(text.mermaid.utf8)
    case .mermaidMindMap: return Array(text.mindmap.utf8)
    case .plantUML: return Array(text.workBreakdown.utf8)
    case .xmind: return text.xmind
    case .oldXMind: return text.oldXMind
    case .freeMind: return Array(text.freeMind.utf8)
    case .opml: return Array(text.opml.utf8)
    case .markdown: return Array(text.markdown.utf8)
    case .tabs: return Array(text.tabs.utf8)
    case .json: return Array(text.json.utf8)
    case .svg: return Array(drawn.svg.utf8)
    case .pdf: return try SpecimenMaker.pdf(of: [drawn.sheet])
    case .scan, .photo:
      let quality: Quality = self == .scan ? .scan : .photo
      let shooting = Shooting(quality: quality, isHeldOut: false, turn: 0)
      return try shooting.shoot(drawn.sheet, &dice).jpeg
    }
  }
}

/// Makes trees and draws them; tree `index` depends on the seed and the index alone.
package struct ChartMaker {
  let seed: UInt64
  let formats: [ChartFormat]

  /// - Parameter formats: Those in which every tree is drawn.
  package init(seed: UInt64, formats: [ChartFormat]) {
    self.seed = seed
    self.formats = formats
  }

  /// The truth as `charts.json` holds it.
  package struct Truth: Codable {
    package struct File: Codable {
      package var file: String
      package var format: ChartFormat
      package var tree: ChartTree
    }

    var schema = "dossier/charts-v1"
    package var files: [File]
  }

  /// Draws `count` trees in all the formats and writes `charts.json`.
  package func write(_ count: Int, to folder: OutputFolder) throws -> Truth {
    var truth = Truth(files: [])
    for index in 0..<count {
      var dice = Dice(seed: seed, stream: index, part: 7)
      let tree = ChartTree(&dice)
      let layout = Self.layout(of: tree, &dice)
      for format in formats {
        let name = "\(padded(index + 1, 4))-\(format.rawValue).\(format.fileExtension)"
        try folder.write(try format.bytes(tree, layout, &dice), to: name)
        truth.files.append(Truth.File(file: name, format: format, tree: tree))
      }
    }
    try folder.write(json: truth, to: "charts.json")
    return truth
  }

  /// Wide trees run from left to right: a page is no wider than people print it.
  static func layout(of tree: ChartTree, _ dice: inout Dice) -> ChartLayout {
    let style = dice.pick(ChartLayout.Style.allCases)
    let layout = ChartLayout(tree, style: style)
    return layout.width <= 2400 ? layout : ChartLayout(tree, style: .right)
  }
}
