# What `chronology import` does to Timesketch's lines, as one would write it for jq, for `bench` to measure beside it:
#   jq -cn -f Benchmarks/import_timesketch.jq FILE > chronology.json
{
  title: "made", agencies: [], people: [], sources: [{id: "made-jsonl", kind: "record", title: "made.jsonl"}],
  events: [
    foreach inputs as $line (0; . + 1;
      . as $number
      | ($line.message | index(". ")) as $stop
      | {
          id: "at-\($line.datetime[11:19] | split(":") | join(""))-line-\($number)",
          date: "\($line.datetime[0:19])Z", dating: {basis: "stated"}, kind: $line.timestamp_desc,
          title: (if $stop then $line.message[0:$stop] else $line.message[0:80] end),
          summary: (
            [if $stop then $line.message[$stop + 2:] else empty end]
            + [$line | del(.message, .datetime, .timestamp, .timestamp_desc, .tag) | to_entries[] | "\(.key): \(.value)."]
            | join(" ")),
          agencies: [], people: [], links: [],
          citations: [
            {source: "made-jsonl", paragraph: null, range: null, digest: null, fact: "states", date: "states", gives: null,
             note: "line \($number)"}]
        })
  ]
}
