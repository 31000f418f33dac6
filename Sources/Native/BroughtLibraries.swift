internal import CLimits
internal import Glibc

/// The shared libraries of a copy that brings its own (`make tarball`), and what they must be told
/// before they are first used: they were built to look in folders of the system.
package enum BroughtLibraries {
  /// Names the plug-ins and fonts in `folder` to gdk-pixbuf and fontconfig, where they lie there;
  /// without them the system's are used, and nothing is changed.
  ///
  /// To be called before any other thread runs, for it changes the environment.
  /// - Parameter folder: The absolute path of `lib/dossier`; the copy may have been moved anywhere.
  /// - Throws: ``FileFailure`` where the list of plug-ins is there and cannot be read or kept.
  package static func announce(in folder: String) throws(FileFailure) {
    if let list = try listOfPlugins(in: folder) {
      setVariable("GDK_PIXBUF_MODULE_FILE", try kept(list))
    }
    let fonts = folder + "/fonts/fonts.conf"
    if isThere(fonts) { setVariable("FONTCONFIG_FILE", fonts) }
  }

  /// The list of the plug-ins in `folder` as gdk-pixbuf reads it, with absolute paths, which alone it
  /// takes; `nil` where none are brought.
  package static func listOfPlugins(in folder: String) throws(FileFailure) -> String? {
    let template = folder + "/pixbuf/loaders.cache.in"
    guard isThere(template) else { return nil }
    let text = String(
      decoding: try FileSystem.read(Array(template.utf8), limit: 1 << 20), as: UTF8.self)
    let quoted = folder.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return text.replacing("@FOLDER@", with: quoted)
  }

  /// The folder may be read-only: the list lies in memory, for as long as the process lives.
  private static func kept(_ list: String) throws(FileFailure) -> String {
    let file = climits_memory_file()
    guard file >= 0, PrivateFile.writeAll(Array(list.utf8), to: file) else {
      throw FileFailure(errno)
    }
    return "/proc/self/fd/\(file)"
  }

  private static func isThere(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  private static func setVariable(_ name: String, _ value: String) {
    _ = unsafe setenv(name, value, 1)
  }
}
