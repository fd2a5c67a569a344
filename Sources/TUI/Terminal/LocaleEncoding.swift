internal import Glibc

/// Which characters the locale of the environment can show.
enum LocaleEncoding {
  /// Whether it is UTF-8; everything else is treated as ASCII. Sets the characters of the process's locale the first time.
  static let isUTF8: Bool = {
    // A locale that is not installed must not cost the reader every character beyond ASCII.
    if setlocale(LC_CTYPE, "") == nil { setlocale(LC_CTYPE, "C.UTF-8") }
    return String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
  }()
}
