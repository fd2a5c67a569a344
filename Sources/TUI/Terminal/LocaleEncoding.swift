internal import Glibc

/// Which characters the locale of the environment can show.
enum LocaleEncoding {
  /// Whether it is UTF-8; everything else is treated as ASCII. Sets the locale of the process the first time.
  static let isUTF8: Bool = {
    // A locale that is not installed must not cost the reader every character beyond ASCII.
    if setlocale(LC_ALL, "") == nil { setlocale(LC_ALL, "C.UTF-8") }
    return String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
  }()
}
