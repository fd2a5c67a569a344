internal import Glibc

/// Reports progress on standard error every few seconds, if that is a terminal; prints nothing for short tasks. No line
/// is overwritten, since a screen reader would read it again and again.
final class Progress {
  private let what: String
  private let isSaid = isatty(STDERR_FILENO) == 1
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  private static let interval = Duration.seconds(3)

  /// - Parameter what: the task, such as "Reading cases.csv".
  init(_ what: String) {
    self.what = what
    last = clock.now
  }

  /// - Parameter part: the fraction done, 0 to 1.
  func tell(_ part: Double) {
    guard isSaid, clock.now - last >= Self.interval else { return }
    last = clock.now
    TextOutput.complain("\(what): \(Int(part * 100)) per cent.")
  }
}
