internal import Glibc
internal import Timeline

/// Starts other programs, never through a shell: what they are given is an argument or standard input.
package enum Program {
  /// The words of a command: separated by spaces, except within quotes or after a backslash.
  package static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = command.makeIterator()
    while let character = characters.next() {
      switch character {
      case "\\" where quote != "'": word = (word ?? "") + (characters.next().map(String.init) ?? "")
      case _ where character == quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil:
        quote = character
        word = word ?? ""
      case " " where quote == nil, "\t" where quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// Runs a program to its end, for at most two seconds, with a text as its input; its output is discarded.
  /// - Returns: what went wrong, as a sentence; nil on success.
  static func feed(_ words: [String], _ text: String) -> String? {
    var ends: [Int32] = [0, 0]
    guard let name = words.first, pipe(&ends) == 0 else { return "it names no program." }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A program that reads nothing must not end this one.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let started = start(words, input: ends[0])
    close(ends[0])
    guard case .success(let process) = started else {
      close(ends[1])
      return "\(name) could not be started."
    }
    // The program may be slow to read, and must not block us for ever.
    let flags = fcntl(ends[1], F_GETFL)
    _ = fcntl(ends[1], F_SETFL, flags | O_NONBLOCK)
    let code = Descriptor.write(Array(text.utf8), to: ends[1], patience: 2000)
    close(ends[1])
    guard code == 0 else { return "\(name) did not read it." }
    var status: Int32 = 0
    for _ in 0..<200 {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 ? nil : "\(name) ended with a fault." }
      if ended < 0, errno != EINTR { return nil }
      usleep(10_000)
    }
    // Some programs keep running for as long as they own the clipboard.
    return nil
  }

  /// Starts a program that continues on its own, without the terminal.
  /// - Returns: whether it was started.
  static func leave(_ words: [String]) -> Bool {
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(nothing) }
    guard case .success(let process) = start(words, input: nothing, alone: true) else { return false }
    // A program that hands the address over exits at once, with 0 on success.
    var status: Int32 = 0
    for _ in 0..<20 {
      if waitpid(process, &status, WNOHANG) == process { return status == 0 }
      usleep(10_000)
    }
    return true
  }

  private struct Unstarted: Error {}

  private static func start(_ words: [String], input: Int32, alone: Bool = false) -> Result<pid_t, Unstarted> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    if alone { flags |= Int32(POSIX_SPAWN_SETPGROUP) }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process: pid_t = 0
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let code = posix_spawnp(&process, words[0], &actions, &attributes, arguments, environ)
    return code == 0 ? .success(process) : .failure(Unstarted())
  }
}
