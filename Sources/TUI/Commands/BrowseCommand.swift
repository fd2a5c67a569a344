internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// `chronology [FILE]`: the browser, or text mode where that serves better.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse a chronology in the terminal, or in plain text with --text (default).",
    discussion: """
      Text mode is chosen by itself when standard input is not a terminal, when TERM is unset or dumb, or when \
      ACCESSIBLE is set. When only the output is not a terminal, the events are printed.
      """)

  @Argument(help: "The chronology: JSON, or JSON Lines. Without it, the one that the program carries.")
  var path: String?

  @Option(name: .customLong("file"), help: ArgumentHelp("The same as naming FILE.", valueName: "file"))
  var file: String?

  @Flag(help: "Words at a prompt and plain sentences instead of a full screen.")
  var text = false

  @Flag(help: "A full screen all the same where ACCESSIBLE or the settings ask for text.")
  var browser = false

  @Flag(help: "One pane, one row spoken a move, nothing that rewrites itself.")
  var screenReader = false

  @Option(help: ArgumentHelp("A folder with the posts' own texts: source views show them.", valueName: "dir"))
  var posts: String?

  @Option(help: ArgumentHelp("normal, dark, light, contrast or plain.", valueName: "name"))
  var theme: ThemeName?

  func validate() throws {
    if path != nil, file != nil { throw ValidationError("Name the file once: either FILE or --file FILE.") }
    if text, browser || screenReader {
      throw ValidationError("--text has no screen: leave out --browser and --screen-reader.")
    }
  }

  func run() throws {
    let settings = Settings.ofReader()
    let bytes = try Opening.bytes(of: path ?? file)
    var remarks = settings.faults
    let texts = try texts(settings, &remarks)
    let isAccessible = Settings.environment("ACCESSIBLE") != nil

    if isatty(STDOUT_FILENO) == 0, isatty(STDIN_FILENO) == 1, !text {
      try ListCommand.write(Chronology.load(bytes), query: "")
      return
    }
    let wantsText = text || (settings.text || isAccessible) && !browser && !screenReader
    if !wantsText, isatty(STDIN_FILENO) == 1 || browser || screenReader {
      let preferences = Preferences(isScreenReader: screenReader || settings.screenReader || isAccessible)
      do {
        var browser = try Browser(
          bytes, texts: texts, preferences: preferences, theme: theme ?? settings.theme, remarks: remarks)
        let status = browser.run()
        // A value with a deinitialiser lives to the end of its scope: the terminal is given back before the exit.
        _ = consume browser
        throw ExitCode(status)
      } catch let error as TerminalError {
        if browser || screenReader { throw Opening.Fault(message: "\(error) Use --text.") }
        TextOutput.complain("\(error) This is text mode.")
      }
    }
    var session = TextSession(Chronology.load(bytes), texts: texts, remarks: remarks)
    let status = try session.run()
    _ = consume session
    throw ExitCode(status)
  }

  /// A folder that was named must be there; one that the settings name may have gone since.
  private func texts(_ settings: Settings, _ remarks: inout [String]) throws(Opening.Fault) -> [PostText] {
    do { return try Opening.texts(in: posts ?? settings.posts) } catch {
      if posts != nil { throw error }
      remarks.append("\(error.message) The settings name it.")
      return []
    }
  }
}

extension ThemeName: ExpressibleByArgument {}
