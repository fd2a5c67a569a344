/// The truth values of a condition for 64 events at once, one bit each: whether it may hold, and whether it must.
/// `must` is a subset of `may`.
///
/// These are Kleene's three values: *true* (may and must), *false* (neither), *open* (may, but need not). Only dates
/// leave anything open. `date:2007` is true of 12 March 2007, open for "2006 or 2007", false of 2008.
/// - *not*: what may hold need not fail and what must hold cannot, so the two swap: `-date:2007` finds what does not
///   certainly fall in 2007, and leaves open what only may.
/// - *and*, *or*: applied to each of the two separately. `date:2007 or -date:2007` is open where `date:2007` is; it is
///   not true, because the two sides are evaluated independently.
///
/// An event with nothing known about its date leaves every condition on dates open, including `within:`; so if the
/// whole query is open for it, only its date can be the reason, and it counts as unplaced rather than as a match.
struct KleeneMask: Equatable, Sendable {
  var may: UInt64
  var must: UInt64

  /// True for these events, false for the others.
  init(of events: UInt64) { self.init(may: events, must: events) }

  init(may: UInt64, must: UInt64) {
    self.may = may
    self.must = must
  }

  static prefix func ! (a: KleeneMask) -> KleeneMask { KleeneMask(may: ~a.must, must: ~a.may) }
  static func & (a: KleeneMask, b: KleeneMask) -> KleeneMask { KleeneMask(may: a.may & b.may, must: a.must & b.must) }
  static func | (a: KleeneMask, b: KleeneMask) -> KleeneMask { KleeneMask(may: a.may | b.may, must: a.must | b.must) }
}
