#!/bin/sh
# ical.js takes a local time that the clock shows twice for the second of the two; RFC 5545, 3.3.5 says the first.
set -eu

dir=$(mktemp -d "${TMPDIR:-/tmp}/finding-XXXXXX")
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null 2>&1
npm install --save-exact --no-audit --no-fund --ignore-scripts ical.js@2.2.1 >/dev/null 2>&1

cat > block.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:20270328T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20271031T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/Amsterdam:20271031T021500
DTEND;TZID=Europe/Amsterdam:20271031T024500
SUMMARY:Night
END:VEVENT
END:VCALENDAR
END

cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
const calendar = new ICAL.Component(ICAL.parse(readFileSync('block.ics', 'utf8')));
const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
console.log(new Date(event.startDate.toUnixTime() * 1000).toISOString());
END

first=2027-10-31T00:15:00.000Z
second=2027-10-31T01:15:00.000Z
seen=$(node read.mjs)
echo "ical.js 2.2.1, node $(node --version)"
echo "input:    DTSTART;TZID=Europe/Amsterdam:20271031T021500, in the hour that the end of summer time repeats"
echo "expected: $first (RFC 5545, 3.3.5: the first occurrence of a local time that occurs more than once)"
echo "seen:     $seen"
echo "It matters for a block in a night shift: on that one night, a calendar that reads with ical.js has it an hour later."
[ "$seen" = "$second" ]
