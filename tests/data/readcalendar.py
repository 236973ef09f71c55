"""Reads a calendar from standard input with python3-icalendar and prints one line per event, apart from the code that wrote it."""
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
assert calendar["VERSION"] == "2.0", calendar["VERSION"]
for event in calendar.walk("VEVENT"):
    fields = [event["UID"], event.decoded("DTSTART").isoformat(), event.decoded("DTEND").isoformat(), str(event["SEQUENCE"]), event["SUMMARY"], event["URL"]]
    assert event.decoded("DTSTAMP").tzinfo is not None
    print("\t".join(fields))
