internal import Glibc

/// Says on standard error, where that is a terminal, how far something is that takes its time: a line every few seconds, and
/// none for what is over sooner. A line is never written over, for a screen reader would say it again and again.
final class Progress {
  private let what: String
  private let isSaid = isatty(STDERR_FILENO) == 1
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  private static let interval = Duration.seconds(3)

  /// - Parameter what: "Reading cases.csv".
  init(_ what: String) {
    self.what = what
    last = clock.now
  }

  /// - Parameter part: of the whole, 0 to 1.
  func tell(_ part: Double) {
    guard isSaid, clock.now - last >= Self.interval else { return }
    last = clock.now
    TextOutput.complain("\(what): \(Int(part * 100)) per cent.")
  }
}
