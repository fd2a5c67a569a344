internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// `chronology [FILE]`: the browser, or text mode where that is more suitable.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse a chronology in the terminal, or in plain text with --text (default).",
    discussion: """
      Text mode is chosen by itself when standard input is not a terminal, when TERM is unset or dumb, or when \
      ACCESSIBLE is set. When only the output is not a terminal, the events are printed.
      """)

  @Argument(
    help: """
      The chronology: JSON, JSON Lines, or what import reads, such as a spreadsheet or a calendar; - is standard input. \
      Without it, the one that comes with the program.
      """)
  var path: String?

  @Option(name: .customLong("file"), help: ArgumentHelp("The same as naming FILE.", valueName: "file"))
  var file: String?

  @Flag(help: "Commands at a prompt and plain sentences instead of a full screen.")
  var text = false

  @Flag(help: "A full screen even if ACCESSIBLE or the settings ask for text.")
  var browser = false

  @Flag(help: "One pane, one row spoken per move, nothing that rewrites itself.")
  var screenReader = false

  @Flag(help: "Begin where you last left this chronology: view, filter and event.")
  var resume = false

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
    var browsing = FrontEnd()
    browsing.path = path ?? file
    browsing.wantsText = text
    browsing.wantsBrowser = browser
    browsing.screenReader = screenReader
    browsing.posts = posts
    browsing.theme = theme
    browsing.resumes = resume
    throw ExitCode(try browsing.run())
  }
}

extension ThemeName: ExpressibleByArgument {}
