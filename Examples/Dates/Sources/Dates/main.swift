import EDTF

let meeting = try EDTFDate("2007-02?")
print(meeting.words, "is", meeting.bounds.earliest.day!, "to", meeting.bounds.latest.day!)

let typed = try NaturalDate("spring 2006")
print(typed.words, "is", typed.edtf)

let year = try EDTFDate("2006")
print("May 2006 fall in it?", year.bounds.mayFall(within: typed.edtf.bounds))
print("Must it?", year.bounds.certainlyFalls(within: typed.edtf.bounds))

let sorted = try ["2007-02", "2007", "../2003"].map { try EDTFDate($0) }.sorted { $0.key < $1.key }
print(sorted.map { $0.short() }.joined(separator: ", "))
