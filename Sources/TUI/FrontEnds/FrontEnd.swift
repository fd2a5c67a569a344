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

  /// Runs until the reader quits.
  /// - Returns: the exit status.
  func run() throws -> Int32 {
    let settings = Settings.ofReader()
    let file = DataFile(path)
    let opened = try file.open()
    var remarks = settings.faults + opened.remarks
    let texts = try texts(settings, &remarks)
    let isAccessible = Settings.environment("ACCESSIBLE") != nil

    if isatty(STDOUT_FILENO) == 0, isatty(STDIN_FILENO) == 1, !wantsText {
      try ListCommand.write(Chronology.load(opened), query: "")
      return 0
    }
    let isText = wantsText || (settings.text || isAccessible) && !wantsBrowser && !screenReader
    if !isText, isatty(STDIN_FILENO) == 1 || wantsBrowser || screenReader {
      var preferences = Preferences(
        isScreenReader: screenReader || settings.screenReader || isAccessible, rows: settings.rows)
      preferences.keys = settings.keys
      do {
        var browser = try Browser(
          file, opened, texts: texts, preferences: preferences, theme: theme ?? settings.theme, remarks: remarks,
          usesMouse: settings.mouse, resumes: resumes)
        let status = browser.run()
        // Ends the value's lifetime here: its deinitialiser must restore the terminal before the process exits.
        _ = consume browser
        return status
      } catch {
        if wantsBrowser || screenReader { throw InputFiles.Fault(message: "\(error) Use --text.") }
        TextOutput.complain("\(error) This is text mode.")
      }
    }
    var session = TextSession(
      file, Chronology.load(opened), texts: texts, remarks: remarks, rows: settings.rows, resumes: resumes)
    let status = try session.run()
    _ = consume session
    return status
  }

  /// A folder named on the command line must exist; one from the settings may have gone since.
  private func texts(_ settings: Settings, _ remarks: inout [String]) throws(InputFiles.Fault) -> [PostText] {
    do { return try InputFiles.texts(in: posts ?? settings.posts) } catch {
      if posts != nil { throw error }
      remarks.append("\(error.message) The settings name it.")
      return []
    }
  }
}
