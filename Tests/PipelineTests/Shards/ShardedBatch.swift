import Foundation
import Testing

/// A batch of small companies with something of everything that a report can hang on: a roster, a shared file and a
/// shared code, a waiver, a confirmation, a declaration that does not load, an archive, a company that never came.
struct ShardedBatch {
  let folder: TemporaryFolder

  private static let maker = """
    import hashlib, os, sys, zipfile
    os.chdir(sys.argv[1])
    def dns(domain): return '$ dig MX %s +noall +answer\\n%s.\\t600\\tIN\\tMX\\t10 mx.%s.\\n' % (domain, domain, domain)
    rows = ['文件夹,渠道,运营者手机,统一社会信用代码']
    for n in range(int(sys.argv[2])):
        name = 'company-%03d' % n
        os.makedirs('batch/' + name)
        with open('batch/%s/dns.txt' % name, 'w') as f: f.write(dns('example%d.com.cn' % (n // 2)))
        rows.append('%s,wecom,1390000%04d,91440300MA5EXAMP%02d' % (name, n // 3, n // 2))
    os.makedirs('batch/empty')
    def put(path, text):
        with open('batch/' + path, 'w') as f: f.write(text)
    put('loose.txt', 'x')
    put('company-000/waivers.yaml', 'schema: dossier/waivers-v1\\nwaivers: [{rule: BATCH-FILE-001, reason: 共用域名, owner: 法务部, granted: 2026-11-01, expires: 2026-12-01}]\\n')
    put('company-001/declared.yaml', 'channel：wecom\\n\\t- [\\n')
    put('company-002/架构.mmd', 'graph TD\\n a[总经办] --> b[市场部]\\n a --> c[研发部]\\n')
    put('company-002/declared.yaml', 'schema: dossier/declared-v1\\nmail: {domain: example1.com.cn}\\norganization: {departments: [财务部]}\\n')
    digest = hashlib.sha256(dns('example1.com.cn').encode()).hexdigest()
    put('company-003/confirmed.yaml', 'schema: dossier/confirmed-v1\\nfacts: [{fact: dns.domain, value: example1.com.cn, file: dns.txt, sha256: %s, by: 王审核, on: 2026-11-20}]\\n' % digest)
    with zipfile.ZipFile('batch/packed.zip', 'w') as z:
        z.writestr(zipfile.ZipInfo('packed/dns.txt'), dns('example0.com.cn'))
        z.writestr(zipfile.ZipInfo('packed/说明.txt'), '说明')
    rows += ['packed,wecom,13900000000,', '未交,wecom,13900000001,']
    with open('roster.csv', 'w') as f: f.write('\\n'.join(rows) + '\\n')
    """

  init(companies: Int = 6) throws {
    folder = try TemporaryFolder()
    try folder.write(Self.maker, to: "make.py")
    try folder.run("python3", "make.py", folder.path, String(companies))
  }

  static let formats = "text,html,json,corrections,csv,sarif,junit"
  var planFile: String { folder.path + "/work/plan.json" }

  /// The run of one machine, into `one`.
  func checkWhole() throws -> Program {
    try Program.run([
      "check", folder.path + "/batch", "--roster", folder.path + "/roster.csv", "--output",
      folder.path + "/one", "--as-of", "2026-11-22", "--format", Self.formats, "--locale", "en",
    ])
  }

  func plan(shards: Int, _ options: [String] = []) throws -> Program {
    try Program.run(
      [
        "plan", folder.path + "/batch", "--roster", folder.path + "/roster.csv", "--shards",
        String(shards), "--output", folder.path + "/work", "--format", Self.formats, "--locale",
        "en",
      ] + (options.contains("--as-of") ? [] : ["--as-of", "2026-11-22"]) + options)
  }

  func check(
    shard: Int?, _ options: [String] = [], variables: [String: String] = [:]
  ) throws -> Program {
    let number = shard.map { ["--shard", String($0)] } ?? []
    return try Program.run(
      ["check", "--plan", planFile, "--locale", "en"] + number + options, variables: variables)
  }

  /// Merges into `merged`.
  func merge(_ options: [String] = []) throws -> Program {
    try Program.run(
      ["merge", folder.path + "/work", "--output", folder.path + "/merged"] + options)
  }

  /// The bytes of all files below a folder, by path.
  func files(_ name: String) throws -> [String: Data] {
    let root = folder.path + "/" + name
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let full = root + "/" + path
      let type = try FileManager.default.attributesOfItem(atPath: full)[.type]
      guard type as? FileAttributeType == .typeRegular else { continue }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }

  /// Whether the merged reports are those of one machine, byte for byte.
  func expectSame() throws {
    let (one, merged) = (try files("one"), try files("merged"))
    #expect(one.keys.sorted() == merged.keys.sorted())
    for (path, bytes) in one { #expect(merged[path] == bytes, "\(path)") }
  }

  /// A run in the background.
  func started(shard: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = ["check", "--plan", planFile, "--shard", String(shard), "--no-cache"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The files of a shard's folder.
  func contents(ofShard shard: Int) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/work/shards/\(shard)")
      .sorted()
  }
}
