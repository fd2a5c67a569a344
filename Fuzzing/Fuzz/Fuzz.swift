internal import CFuzzer
internal import Glibc

/// Feeds libFuzzer's inputs to the part of the program that the environment variable `TARGET` names, and stops at the
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
    let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      Fuzz.target?.take(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
    exit(status)
  }
}

/// A rule that must hold for any input.
func rule(_ holds: Bool, _ name: @autoclosure () -> String) {
  if !holds { fatalError("broken rule: \(name())") }
}
