internal import Glibc

/// The characters that the locale of the environment supports.
enum LocaleEncoding {
  /// Whether it is UTF-8; everything else is treated as ASCII. Sets the process's LC_CTYPE on first use.
  static let isUTF8: Bool = {
    // A locale that is not installed must not cost the reader all characters beyond ASCII.
    if setlocale(LC_CTYPE, "") == nil { setlocale(LC_CTYPE, "C.UTF-8") }
    return String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
  }()
}
