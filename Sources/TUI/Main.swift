internal import ArgumentParser
internal import CNcurses
internal import CShipped
internal import Explorer
internal import Timeline

@main
struct Main {
  static func main() {
    print(chronology_shipped_count)
  }
}
