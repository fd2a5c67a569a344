internal import CFuzzer
internal import Glibc

/// Feeds libFuzzer's inputs to the part of the program named by the environment variable `TARGET`, and stops at the
/// first input that traps or breaks a rule. `make fuzz` builds and runs it.
@main
struct Fuzz {
  private static let target = getenv("TARGET").flatMap { Target(rawValue: String(cString: $0)) }

  static func main() {
    guard target != nil else {
      print("TARGET is one of:", Target.allCases.map(\.rawValue).joined(separator: " "))
      exit(64)
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments) { fuzz($0, $1) })
  }

  /// libFuzzer's own limit is in time on the clock, which passes on a busy machine whatever the input is.
  fileprivate static func take(_ input: UnsafeBufferPointer<UInt8>) {
    let start = clock()
    target?.take(input)
    rule((clock() - start) / Int(CLOCKS_PER_SEC) < 10, "an input takes less than ten seconds")
  }
}

/// The symbol required by libFuzzer's own `main`, which is linked but not used.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.take(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}

/// A rule that must hold for any input.
func rule(_ holds: Bool, _ name: @autoclosure () -> String) {
  if !holds { fatalError("broken rule: \(name())") }
}
