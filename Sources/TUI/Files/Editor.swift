internal import Explorer
internal import Glibc

/// The reader's own editor, started without a shell.
package enum Editor {
  /// The words of the editor's command line; nil if neither `VISUAL` nor `EDITOR` names one.
  static func words(file: String, line: Int) -> [String]? {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap(Settings.environment).map(Program.words(of:)).first { !$0.isEmpty }
    return named.map { $0 + place(file: file, line: line, for: $0[0]) }
  }

  /// `+LINE FILE`, the traditional form for terminal editors; other editors in their own form.
  private static func place(file: String, line: Int, for editor: String) -> [String] {
    // A file name must never be taken for an option.
    let file = file.hasPrefix("-") || file.hasPrefix("+") ? "./" + file : file
    switch editor.split(separator: "/").last {
    case "code", "codium": return ["--goto", "\(file):\(line)"]
    default: return ["+\(line)", file]
    }
  }

  /// Runs a program to its end on this terminal. Keys that terminate or interrupt a program only affect that program
  /// meanwhile.
  /// - Returns: what went wrong, as a sentence; nil on success.
  package static func run(_ words: [String]) -> String? {
    guard let name = words.first else { return nil }
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, nil, &attributes, arguments, environ)
    guard code == 0 else { return "The editor \(name) could not be started: \(String(cString: strerror(code)))." }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status == 0 ? nil : "The editor \(name) ended with a fault."
  }
}
