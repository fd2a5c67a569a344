internal import Explorer
internal import Glibc
internal import Timeline

/// Opens a chronology in the browser, or in text mode where that is more suitable.
struct FrontEnd {
  /// Nil for the shipped chronology.
  var path: String?
  var wantsText = false
  var wantsBrowser = false
  var screenReader = false
  /// A folder with the posts' own texts.
  var posts: String?
  var theme: ThemeName?
  /// Whether to begin where the reader left off.
  var resumes = false

  /// In bytes: read in a few milliseconds.
  private static let smallFile = 1 << 20

  /// Runs until the reader quits.
  /// - Returns: the exit status.
  func run() throws -> Int32 {
    let settings = Settings.ofReader()
    let file = DataFile(path)
    let opened = try file.open()
    if path == "-" { Self.takeTerminal() }
    var remarks = settings.faults + opened.remarks
    let texts = try texts(settings, &remarks)
    let isAccessible = Settings.environment("ACCESSIBLE") != nil

    if isatty(STDOUT_FILENO) == 0, isatty(STDIN_FILENO) == 1, !wantsText {
      try ListCommand.write(try chronology(opened), query: "")
      return 0
    }
    let isText = wantsText || (settings.text || isAccessible) && !wantsBrowser && !screenReader
    if !isText, isatty(STDIN_FILENO) == 1 || wantsBrowser || screenReader {
      var preferences = Preferences(
        isScreenReader: screenReader || settings.screenReader || isAccessible, rows: settings.rows)
      preferences.keys = settings.keys
      do {
        var loader = Loader(opened)
        loader.advance(budget: 8)
        // If the file is already read, or small, finish it first, so that the first frame shows everything.
        while !loader.isFinished, loader.progress == 1 || opened.bytes.count <= Self.smallFile { loader.advance() }
        if loader.isFinished { try InputFiles.refuseUnreadable(loader.chronology(), path) }
        var browser = try Browser(
          file, loader, texts: texts, preferences: preferences, theme: theme ?? settings.theme, remarks: remarks,
          usesMouse: settings.mouse, resumes: resumes)
        let status = browser.run()
        let chronology = browser.chronology
        // A value with a deinitialiser lives to the end of its scope; consuming it restores the terminal before the
        // exit.
        _ = consume browser
        // The browser has shown the first; there was no room for more.
        for remark in remarks.dropFirst() { TextOutput.complain(remark) }
        try InputFiles.refuseUnreadable(chronology, path)
        return status
      } catch let error as TerminalError {
        if wantsBrowser || screenReader { throw InputFiles.Fault(message: "\(error) Use --text.") }
        TextOutput.complain("\(error) This is text mode.")
      }
    }
    var session = TextSession(
      file, try chronology(opened), texts: texts, remarks: remarks, rows: settings.rows, resumes: resumes)
    let status = try session.run()
    _ = consume session
    return status
  }

  private func chronology(_ file: OpenedFile) throws(InputFiles.Fault) -> Chronology {
    let chronology = Chronology.load(file)
    try InputFiles.refuseUnreadable(chronology, path)
    return chronology
  }

  /// If the chronology came by standard input, keys and lines come from the terminal.
  private static func takeTerminal() {
    guard isatty(STDIN_FILENO) == 0, isatty(STDOUT_FILENO) == 1 else { return }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }

  /// A folder named on the command line must exist; one from the settings may have disappeared since.
  private func texts(_ settings: Settings, _ remarks: inout [String]) throws(InputFiles.Fault) -> [PostText] {
    do { return try InputFiles.texts(in: posts ?? settings.posts, &remarks) } catch {
      if posts != nil { throw error }
      remarks.append("\(error.message) The settings name it.")
      return []
    }
  }
}
