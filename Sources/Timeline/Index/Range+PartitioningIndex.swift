extension Range<Int> {
  /// The lowest index that satisfies a monotone predicate, else the upper bound. O(log n) calls.
  ///
  /// - Parameter isAfter: false up to some index, true from it on.
  @inlinable
  package func partitioningIndex(where isAfter: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
