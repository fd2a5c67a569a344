internal import EDTF
internal import Explorer
internal import Glibc

/// The state of the data.
struct DataNote {
  var words: String?
  /// When they were saved, in seconds since 1970.
  var stamp: Int

  /// - Parameter path: nil for the shipped chronology.
  init(path: String?) {
    var status = stat()
    guard let path else {
      words = "the chronology that comes with the program"
      stamp = time(nil)
      return
    }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      words = nil
      stamp = time(nil)
      return
    }
    stamp = status.st_mtim.tv_sec
    let name = path.split(separator: "/").last.map(String.init) ?? path
    words = "\(Printable.line(name)), saved on \(Day(number: stamp / 86_400))"
  }
}
