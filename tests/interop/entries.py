"""Every entry of a calendar, read strictly: as many as there are, with what they must have."""
import sys
from icalendar import Calendar

for name in sys.argv[1:]:
    data = open(name, "rb").read()
    calendar = Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    events = calendar.events
    assert len(events) == data.count(b"\nBEGIN:VEVENT") > 0, len(events)
    uids = set()
    for event in events:
        assert not event.errors, event.errors
        assert event.start is not None and event.end >= event.start, event["UID"]
        assert str(event["SUMMARY"]) and "DTSTAMP" in event
        uids.add(str(event["UID"]))
    assert len(uids) == len(events), "two entries have one id"
    print(name, len(events))
