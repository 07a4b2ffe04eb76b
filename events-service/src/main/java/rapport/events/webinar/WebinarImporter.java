package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rapport.events.imports.Outcome;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

/**
 * Takes a report over, within the running transaction. The same report again changes nothing, except that participants who
 * were not found then are looked for again; another one takes the place of the one before.
 */
@ApplicationScoped
class WebinarImporter {
    private final WebinarImportTable imports;
    private final ParticipantTable participants;
    private final Registrants registrants;
    private final WebinarPresence presence;
    private final Caller caller;
    private final Clock clock;

    WebinarImporter(
            WebinarImportTable imports,
            ParticipantTable participants,
            Registrants registrants,
            WebinarPresence presence,
            Caller caller,
            Clock clock) {
        this.imports = imports;
        this.participants = participants;
        this.registrants = registrants;
        this.presence = presence;
        this.caller = caller;
        this.clock = clock;
    }

    WebinarReportView take(SessionTime session, Upload upload, boolean dryRun) {
        Report report = ReportReader.read(upload.file(), upload.options(session));
        Map<String, List<ReportRow>> stays = new LinkedHashMap<>();
        report.rows().forEach(row -> stays.computeIfAbsent(row.who().key(session.eventId()), any -> new ArrayList<>())
                .add(row));
        String fingerprint = Fingerprint.of(stays);
        var finder = registrants.finder(session.eventId());
        Optional<WebinarImportTable.Stored> current = imports.current(session.id(), report.format(), upload.part());
        var log = new ReportLog(report);
        if (current.isPresent() && current.get().fingerprint().equals(fingerprint)) {
            UUID id = current.get().id();
            boolean news = again(id, session, stays, finder, log);
            return log.view(id, dryRun, !news, upload.part(), 0, session);
        }
        UUID id = Ids.next();
        Instant now = clock.instant();
        Map<String, List<String>> before =
                current.map(one -> participants.stays(one.id())).orElse(Map.of());
        current.ifPresent(one -> imports.become(one.id(), WebinarImport.Status.REPLACED, now));
        imports.add(id, session, report.format(), upload.part(), fingerprint, caller.subject(), now);
        var found = new ArrayList<Participant>();
        stays.forEach((key, rows) -> {
            var one = Participant.of(id, key, finder.find(key, rows.getFirst().who()), rows);
            found.add(one);
            log.add(one, outcome(before.get(key), rows));
        });
        participants.add(id, session, found, now);
        presence.derive(List.of(session.id()));
        int withdrawn = (int)
                before.keySet().stream().filter(key -> !stays.containsKey(key)).count();
        return log.view(id, dryRun, false, upload.part(), withdrawn, session);
    }

    /** Looks again for those who were not found, and tells whether that changed anything. */
    private boolean again(
            UUID id,
            SessionTime session,
            Map<String, List<ReportRow>> stays,
            Registrants.Finder finder,
            ReportLog log) {
        Map<String, ParticipantTable.Stored> stored = participants.ofImport(id);
        var news = new ArrayList<Participant>();
        stays.forEach((key, rows) -> {
            ParticipantTable.Stored before = stored.get(key);
            Found known = new Found(before.match(), before.registrationId(), null);
            Found found = before.match() == Match.UNMATCHED
                    ? finder.find(key, rows.getFirst().who())
                    : known;
            var one = Participant.of(id, key, found, rows);
            boolean changed = found.match() != before.match();
            log.add(one, changed ? Outcome.UPDATE : Outcome.SKIP);
            if (changed) {
                news.add(one);
            }
        });
        if (!news.isEmpty()) {
            participants.rematch(id, news, clock.instant());
            presence.derive(List.of(session.id()));
        }
        return !news.isEmpty();
    }

    private static Outcome outcome(List<String> before, List<ReportRow> rows) {
        if (before == null) {
            return Outcome.CREATE;
        }
        List<String> said = rows.stream().map(Fingerprint::of).sorted().toList();
        return said.equals(before.stream().sorted().toList()) ? Outcome.SKIP : Outcome.UPDATE;
    }
}
