import Foundation
import Testing

/// Archives through the whole program: listed and unpacked by a worker.
@Suite struct ArchiveRunTests {
  /// A batch of a folder with a tar of a zip, and of a zip in GBK with a bomb and a name that climbs out.
  private static let maker = """
    import io, os, sys, tarfile, zipfile
    os.chdir(sys.argv[1])
    class GBK(zipfile.ZipInfo):
        def _encodeFilenameFlags(self): return self.filename.encode('gbk'), 0
    def packed(files):
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
            for name, data in files:
                info = GBK('x'); info.filename = name; info.compress_type = zipfile.ZIP_DEFLATED
                z.writestr(info, data)
        return out.getvalue()
    os.makedirs('batch/甲')
    open('batch/甲/declared.yaml', 'w').write('channel: wecom\\n')
    with tarfile.open('batch/甲/材料.tar.gz', 'w:gz') as t:
        for name, data in [('内.zip', packed([('说明.txt', b'x')])), ('../out.txt', b'x')]:
            info = tarfile.TarInfo(name); info.size = len(data); t.addfile(info, io.BytesIO(data))
    open('batch/乙.zip', 'wb').write(packed([
        ('declared.yaml', 'channel: wecom\\n'.encode()), ('炸弹.bin', bytes(80 << 20)),
        ('执照.txt', b'y')]))
    open('batch/甲/坏.7z', 'wb').write(b'7z\\xbc\\xaf\\x27\\x1cbroken')
    """

  @Test func filesInArchivesAreReadAndTheirTroublesNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.maker, to: "make.py")
    try folder.run("python3", "make.py", folder.path)
    for out in ["first", "second"] {
      let run = try Program.run(
        [
          "check", folder.path + "/batch", "--output", folder.path + "/" + out, "--as-of",
          "2026-11-22", "--format", "json",
        ], cache: folder.path + "/cache")
      #expect(run.status == 1, "\(run.errors)")
      let report = try JSON(folder.text(of: out + "/甲/report.json"))
      #expect(
        report["files"].items.compactMap { $0["file"].text } == [
          "坏.7z", "材料.tar.gz!/../out.txt", "材料.tar.gz!/内.zip!/说明.txt",
        ])
      #expect(
        notices(report).isSuperset(of: [
          "坏.7z: archive_damaged", "材料.tar.gz!/../out.txt: archive_refused",
          "材料.tar.gz!/内.zip!/说明.txt: kind_unknown",
        ]))
      let other = try JSON(folder.text(of: out + "/乙/report.json"))
      #expect(notices(other).contains("乙.zip: archive_refused"))
    }
    #expect(
      try folder.text(of: "first/index.json") == folder.text(of: "second/index.json"))
    let list = try Program.run(["cache", "list"], cache: folder.path + "/cache")
    #expect(list.output.contains("archive"))
  }

  private func notices(_ report: JSON) -> Set<String> {
    Set(report["notices"].items.map { "\($0["file"].text ?? ""): \($0["code"].text ?? "")" })
  }
}
