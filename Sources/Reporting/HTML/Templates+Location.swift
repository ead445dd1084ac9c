import Glibc

extension Templates {
  /// The folder of templates that came with the program: beside the real executable, whatever link it was called by.
  ///
  /// `Bundle.module` would trap where the folder is missing; this path is simply not there, and
  /// ``load(from:in:)`` says so.
  public static var installedDirectory: String {
    directory(besideExecutable: executablePath ?? "nnb")
  }

  /// Returns where the build puts the templates for an executable.
  static func directory(besideExecutable path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder + "/nnb_Reporting.resources/Templates"
  }

  /// The kernel resolves every link in the answer.
  private static var executablePath: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return nil }
    return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
