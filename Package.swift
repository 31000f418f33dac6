// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which data flows: read this file as the pipeline.

// OpenVINO comes as a wheel without a pkg-config file (`make deps` unpacks it).
let openvino = Context.packageDirectory + "/.deps/openvino"

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // Native alone imports it (make lint), but an optimized Native no longer says to its users where its headers lie.
  .unsafeFlags(["-Xcc", "-I" + openvino + "/include"]),
]

// Loops over pixels are optimized in debug builds too; assertions stay.
let pixels: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
  ]

let cWarnings: [CSetting] = [
  .treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra"),
]
let cxxWarnings: [CXXSetting] = [
  .treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra"),
]

// Lets what is built here find `.deps`, seen from `.build/PLATFORM/release`: no path of this machine is in what is built.
// packaging/install gives the installed program a path of its own.
let runPaths = ["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../../../.deps/openvino/libs"]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

func tests(
  _ target: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: target + "Tests", dependencies: [.target(name: target)] + dependencies,
    path: "Tests/\(target)Tests", exclude: exclude, swiftSettings: strict)
}

/// Tests of reading, which read whole files with all that reads.
func readingTests(_ target: String) -> Target {
  tests(
    target,
    [
      "Model", "Schema", "Native", "Recognition", "Tables", "MailDNS", "OFD", "Seals", "Charts",
      "Papers", "Extract", "Specimens", "ParserTargets", "TestTraits", "ReadingBench",
    ].filter { $0 != target }.map { .target(name: $0) })
}

func system(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .executable(name: "dossier-forge", targets: ["dossier-forge"]),
    // What tests load into a worker to try the walls.
    .library(name: "Escapes", type: .dynamic, targets: ["Escapes"]),
    // ... or into the program, for a clock that is wrong.
    .library(name: "WrongClock", type: .dynamic, targets: ["WrongClock"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // Vocabulary and text.
    .target(name: "Model", swiftSettings: strict),
    .target(name: "Schema", dependencies: ["Model", "Yams"], swiftSettings: strict),

    // C libraries, as Swift values: the only unsafe code.
    .target(
      name: "Native",
      dependencies: [
        "CGLib", "CCairo", "CPango", "CPoppler", "CPixbuf", "CJPEG", "CZXing", "CRE2", "COpenVINO",
        "CLimits", "CSandbox", "CArchive", "CXML2", "CCrypto", "CCAres", "CZlib", "CFreeType",
        "CFontconfig",
        "CFreeXL", "CXlsxWriter",
      ],
      swiftSettings: pixels,
      linkerSettings: [
        .unsafeFlags(["-L" + openvino + "/libs"] + runPaths),
        .linkedLibrary(":libopenvino_c.so.2641"),
      ]),

    // Rows of spreadsheets and delimited texts, for rosters, charts and contact lists.
    .target(name: "Tables", dependencies: ["Model", "Native"], swiftSettings: strict),

    // DNS records and what mail makes of them, without asking anybody.
    .target(name: "MailDNS", dependencies: ["Model", asn1], swiftSettings: strict),

    // Stages.
    .target(
      name: "Ingest", dependencies: ["Model", "Schema", "Native"], swiftSettings: strict),
    .target(name: "Recognition", dependencies: ["Model", "Native"], swiftSettings: pixels),
    .target(name: "OFD", dependencies: ["Model", "Native", "Recognition"], swiftSettings: strict),
    .target(
      name: "Seals", dependencies: ["Model", "Native", "Recognition", "OFD", asn1],
      swiftSettings: strict),
    .target(
      name: "Charts", dependencies: ["Model", "Native", "Tables", "Recognition"],
      swiftSettings: strict),
    .target(
      name: "Papers",
      dependencies: ["Model", "Schema", "Native", "Recognition", "OFD", "Seals", "Charts"],
      swiftSettings: strict),
    .target(
      name: "Extract",
      dependencies: [
        "Model", "Native", "Recognition", "Tables", "MailDNS", "Seals", "Charts", "Papers",
      ],
      swiftSettings: strict),
    .target(name: "Assemble", dependencies: ["Model", "Native", "MailDNS"], swiftSettings: strict),
    .target(name: "CEL", dependencies: ["Model", "Native"], swiftSettings: strict),
    .target(name: "Rules", dependencies: ["Model", "Schema", "CEL"], swiftSettings: strict),
    .target(
      name: "Report", dependencies: ["Model", "Schema", "Native"],
      resources: [.embedInCode("HTML/Templates")], swiftSettings: strict),
    // What a rule author's editor asks, over the protocol of language servers.
    .target(
      name: "Editor", dependencies: ["Model", "Schema", "Tables", "CEL", "Rules", "Report"],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Model", "Native", "Ingest", "Papers", "Extract", "Assemble", "Rules", "Report", "Tables",
        "MailDNS", grdb,
      ],
      swiftSettings: strict),

    // Invented materials whose truth is known: they know no reader.
    .target(
      name: "Specimens", dependencies: ["Model", "Native"],
      resources: [.embedInCode("Samples/Texts")], swiftSettings: pixels),

    // Parsers of strangers' bytes by name, for fuzzing and for replaying what once ended one.
    .target(
      name: "ParserTargets",
      dependencies: [
        "Model", "Native", "Recognition", "MailDNS", "Seals", "Charts", "Papers", "Extract",
        "Pipeline",
      ],
      swiftSettings: strict),

    // Programs.
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Model", "Schema", "Native", "Ingest", "Papers", "Extract", "Rules", "Editor", "Report",
        "Pipeline", argumentParser,
      ],
      exclude: ["Manual"], swiftSettings: strict),
    .executableTarget(
      name: "dossier-forge",
      dependencies: [
        "Model", "Native", "Ingest", "Papers", "Extract", "Pipeline", "Specimens", "ParserTargets",
        argumentParser,
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "cel-bench", dependencies: ["CEL", "Model"], path: "Tests/bench/cel",
      swiftSettings: strict),
    .executableTarget(
      name: "rules-bench",
      dependencies: ["Model", "Ingest", "Papers", "Extract", "Assemble", "Rules", "Pipeline"],
      path: "Tests/bench/rules", swiftSettings: strict),
    .executableTarget(
      name: "seal-bench", dependencies: ["Model", "Native", "Extract"], path: "Tests/bench/seals",
      swiftSettings: strict),

    // C libraries: module maps and thin shims, imported by Native alone.
    system("CGLib", pkgConfig: "gio-2.0", apt: "libglib2.0-dev"),
    system("CCairo", pkgConfig: "cairo-pdf", apt: "libcairo2-dev"),
    system("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    system("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev"),
    system("CFontconfig", pkgConfig: "fontconfig", apt: "libfontconfig-dev"),
    system("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
    system("CPixbuf", pkgConfig: "gdk-pixbuf-2.0", apt: "libgdk-pixbuf-2.0-dev"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    system("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    system("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    system("CCAres", pkgConfig: "libcares", apt: "libc-ares-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CFreeXL", pkgConfig: "freexl", apt: "libfreexl-dev"),
    system("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    system("COpenVINO", apt: "make deps"),
    .target(
      name: "CJPEG", path: "Sources/C/CJPEG", cSettings: cWarnings,
      linkerSettings: [.linkedLibrary("jpeg")]),
    .target(
      name: "CZXing", path: "Sources/C/CZXing", cxxSettings: cxxWarnings,
      linkerSettings: [.linkedLibrary("ZXing")]),
    .target(
      name: "CRE2", path: "Sources/C/CRE2", cxxSettings: cxxWarnings,
      linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CLimits", path: "Sources/C/CLimits", cSettings: cWarnings),
    .target(name: "CSandbox", path: "Sources/C/CSandbox", cSettings: cWarnings),

    // Tests.
    .target(name: "Escapes", path: "Tests/Escapes", cSettings: cWarnings),
    .target(name: "WrongClock", path: "Tests/WrongClock", cSettings: cWarnings),
    .target(name: "TestTraits", path: "Tests/TestTraits", swiftSettings: strict),
    .executableTarget(
      name: "mock-worker", dependencies: ["Model", "Native", "Pipeline", argumentParser],
      path: "Tests/MockWorker", swiftSettings: strict),
    .target(
      name: "SPFSuite", dependencies: ["Model", "MailDNS", "Yams"], path: "Tests/SPFSuite",
      swiftSettings: strict),
    tests("Model"), tests("Tables", ["Model", "Native"]), tests("Schema", ["Model"]),
    tests("Ingest", ["Model", "Schema", "Native"]), tests("MailDNS", ["Model", "SPFSuite"]),
    tests("Native", ["Model", "TestTraits", "Specimens"]),
    tests("Recognition", ["Model", "Native", "TestTraits", "Specimens"]),
    // What tests of reading share.
    .target(
      name: "ReadingBench",
      dependencies: ["Model", "Native", "Recognition", "Seals", "Papers", "Extract", "Specimens"],
      path: "Tests/ReadingBench", swiftSettings: strict),
    readingTests("OFD"), readingTests("Seals"), readingTests("Charts"), readingTests("Papers"),
    readingTests("Extract"),
    tests("Assemble", ["Model", "MailDNS"]), tests("CEL", ["Model"]),
    tests("Rules", ["Model", "Schema", "CEL", "Report"], exclude: ["Broken", "Example"]),
    tests("Editor", ["Model", "Schema", "Tables", "CEL", "Ingest", "Papers", "Rules", "Pipeline"]),
    tests("Report", ["Model", "Native", "Tables"], exclude: ["Snapshots"]),
    tests(
      "Pipeline",
      [
        "Model", "Native", "Ingest", "Recognition", "Assemble", "Rules", "MailDNS", "SPFSuite",
        "mock-worker",
        grdb,
      ]),
    tests("Specimens", ["Model", "CEL", "Native"]),
  ],
  cxxLanguageStandard: .cxx17
)
