package rapport.events.programme;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.events.imports.CellText;
import rapport.kit.problem.Invalid;
import rapport.kit.time.WallTime;

/** What the readers collect. It is understood at the end only: the zone may stand after the sessions that need it. */
final class RawSchedule {
    private static final int MOST_TALKS = 20_000;
    private static final int NAME = 200;

    private final List<RawTalk> talks = new ArrayList<>();
    private String zoneName;
    private String dayChange;

    void add(RawTalk talk) {
        if (talks.size() == MOST_TALKS) {
            throw Invalid.of("", "too-many-rows", "A schedule has at most " + MOST_TALKS + " sessions.");
        }
        talks.add(talk);
    }

    void zone(String name) {
        zoneName = CellText.clean(name);
    }

    void dayChange(String time) {
        dayChange = CellText.clean(time);
    }

    /** @param event the event's zone: the wall times of the result are in it, those of a file without a zone are meant in it */
    Programme programme(ZoneId event) {
        ZoneId file = WallTime.isZone(zoneName) ? ZoneId.of(zoneName) : event;
        var times = new TalkTimes(event, file, dayChange());
        Map<String, String> people = new LinkedHashMap<>();
        Map<String, String> bios = new LinkedHashMap<>();
        var understood = new ArrayList<Programme.Talk>();
        for (RawTalk talk : talks) {
            for (RawTalk.Person person : talk.persons) {
                if (person.key() != null) {
                    people.putIfAbsent(person.key(), TalkText.cut(person.shownName(), NAME));
                    if (person.bio() != null) {
                        bios.putIfAbsent(person.key(), TalkText.cut(person.bio(), TalkText.BIO));
                    }
                }
            }
            understood.add(TalkText.talk(understood.size() + 1, talk, times));
        }
        return new Programme(understood, people, bios);
    }

    private LocalTime dayChange() {
        try {
            return dayChange == null
                    ? TalkTimes.DAY_CHANGE
                    : TalkTimes.time(dayChange).toLocalTime();
        } catch (DateTimeException unreadable) {
            return TalkTimes.DAY_CHANGE;
        }
    }
}
