# What `chronology import` does to Timesketch's lines, as one would write it for jq, for `bench` to measure beside it:
#   jq -cn -f Benchmarks/import_timesketch.jq FILE > chronology.json
def slug: ascii_downcase | gsub("[^a-z0-9]+"; "-");
def known: ["message", "datetime", "timestamp", "timestamp_desc", "tag"];
{
  title: "made", agencies: [], people: [], sources: [{id: "made-jsonl", kind: "record", title: "made.jsonl"}],
  events: [
    foreach inputs as $line (0; . + 1;
      . as $number
      | ($line.message | index(". ")) as $end
      | {
          id: "at-\($line.datetime[11:19] | gsub(":"; ""))-line-\($number)",
          date: "\($line.datetime[0:19])Z", dating: {basis: "stated"}, kind: $line.timestamp_desc,
          title: (if $end then $line.message[0:$end] else $line.message[0:80] end),
          summary: (
            [if $end then $line.message[$end + 2:] else empty end]
            + [$line | to_entries[] | select(.key as $key | known | index($key) | not) | "\(.key): \(.value)."]
            | join(" ")),
          agencies: [], people: [], links: [],
          citations: [
            {source: "made-jsonl", paragraph: null, range: null, digest: null, fact: "states", date: "states", gives: null,
             note: "line \($number)"}]
        })
  ]
}
