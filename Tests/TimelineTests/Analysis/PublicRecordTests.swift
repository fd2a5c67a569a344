import EDTF
internal import Testing
internal import Timeline

struct PublicRecordTests {
  @Test func `what a record says of the date stands beside the event's own`() {
    let event = Made.event(
      "e", "2000",
      citations: [
        Made.citation("first", date: .states, gives: "2001"),
        Made.citation("gazette", paragraph: nil, date: .states, gives: "2000-02-25"),
        Made.citation("gazette", paragraph: nil, date: .states),
        Made.citation("gazette", paragraph: nil, date: .silent),
        Made.citation("gazette", paragraph: nil, date: .contradicts, gives: "2002"),
      ])
    let records = PublicRecord.of(event, in: Made.chronology([event]))
    #expect(records.map(\.number) == [2, 3, 5])
    #expect(records.map(\.date.description) == ["2000-02-25", "2000", "2002"])
    #expect(records.map(\.agrees) == [true, true, false])
    #expect(records.map(\.source.id) == ["gazette", "gazette", "gazette"])
  }
}
