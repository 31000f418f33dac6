internal import Native

extension DrawnOFDs {
  /// A small page with objects of every kind, under a seal that is a page itself: what a drawing program must know.
  static func everyObject(_ world: SealWorld) throws -> OFDSigning {
    let letters = "印章测试一二"
    let font = try SubsetFont(
      of: letters.unicodeScalars.sorted { $0.value < $1.value }, from: "Noto Sans CJK SC")
    var draft = OFDDraft(title: "各种图元", lines: [OFDDraft.Line(text: letters, x: 10, y: 10)])
    draft.lettering = .privateCodes(font)
    (draft.width, draft.height) = (100, 80)
    draft.picture = try JPEGEncoder(quality: 60).encode(
      PixelBuffer(width: 32, height: 24, channels: 3, filledWith: 230))
    draft.objects = objects
    let resources = """
      <ofd:DrawParams><ofd:DrawParam ID="60" LineWidth="2"/><ofd:DrawParam ID="61" Relative="60" \
      DashPattern="3 1"><ofd:StrokeColor Value="0 0 200"/></ofd:DrawParam></ofd:DrawParams>\
      <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="62" Width="10" Height="10">\
      <ofd:Content><ofd:PathObject ID="63" Boundary="0 0 10 10" Fill="true"><ofd:AbbreviatedData>\
      M 0 0 L 10 0 Q 10 10 0 10 C</ofd:AbbreviatedData></ofd:PathObject></ofd:Content>\
      </ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>
      """
    draft.extra = [("Doc_0/More.xml", XMLText.part("Res", resources))]
    var signing = OFDSigning(draft)
    signing.change("Doc_0/Document.xml") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = Array(
        text.replacing(
          "</ofd:CommonData>", with: "<ofd:DocumentRes>More.xml</ofd:DocumentRes></ofd:CommonData>"
        ).utf8)
    }
    var look = OFDDraft(title: "章", lines: [])
    (look.width, look.height) = (40, 40)
    look.objects = """
      <ofd:PathObject ID="5" Boundary="0 0 40 40" LineWidth="2"><ofd:StrokeColor Value="200 0 0"/>\
      <ofd:AbbreviatedData>M 2 20 A 18 18 0 0 1 38 20 A 18 18 0 0 1 2 20 C</ofd:AbbreviatedData>\
      </ofd:PathObject>
      """
    var seal = world.draft()
    (seal.picture, seal.pictureType) = (look.unsigned, "OFD")
    var signature = try OFDSet.signature(world)
    signature.seal = try seal.made(by: world.maker)
    try signing.sign(signature)
    return signing
  }

  private static let objects = """
    <ofd:PageBlock ID="70"><ofd:PathObject ID="71" Boundary="10 30 30 20" CTM="1 0.2 0 1 0 0" \
    DrawParam="61" Cap="Round" Join="Bevel" Alpha="200"><ofd:AbbreviatedData>S 0 0 M 0 0 L 30 0 \
    B 30 10 20 20 0 20 C</ofd:AbbreviatedData></ofd:PathObject></ofd:PageBlock>\
    <ofd:PathObject ID="72" Boundary="50 30 30 30" Fill="true" Stroke="false" Rule="Even-Odd">\
    <ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="9 9"><ofd:Segment Position="0">\
    <ofd:Color Value="#80 #20 #20" Alpha="128"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>\
    <ofd:Clips><ofd:Clip><ofd:Area CTM="1 0 0 1 1 1"><ofd:Path Boundary="0 0 25 25">\
    <ofd:AbbreviatedData>M 0 0 L 25 0 L 25 25 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip>\
    </ofd:Clips><ofd:AbbreviatedData>M 0 0 L 30 0 L 30 30 L 0 30 C M 5 5 L 20 5 L 20 20 C\
    </ofd:AbbreviatedData></ofd:PathObject>\
    <ofd:CompositeObject ID="73" Boundary="80 10 10 10" ResourceID="62"/>\
    <ofd:TextObject ID="74" Boundary="10 60 60 10" Font="3" Size="4" Weight="700" HScale="0.8" \
    CharDirection="90" Stroke="true"><ofd:FillColor Value="10 20 30 40"/><ofd:TextCode X="1" Y="4" \
    DeltaX="g 3 4 5" DeltaY="g 2 1">Abc 12</ofd:TextCode><ofd:TextCode>尾</ofd:TextCode></ofd:TextObject>
    """
}
