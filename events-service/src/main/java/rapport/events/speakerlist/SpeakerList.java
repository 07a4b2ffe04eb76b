package rapport.events.speakerlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.export.Cards;
import rapport.events.export.Column;
import rapport.events.export.Export;
import rapport.events.export.Exports;
import rapport.events.export.Format;
import rapport.events.export.Shape;
import rapport.events.speakerlist.SpeakerRows.RowKind;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;
import rapport.kit.time.WallTime;

/** Understands what is asked of the speaker list; everything that is wrong is told at once. */
@ApplicationScoped
class SpeakerList {
    private final EventRepository events;
    private final Cursors cursors;

    SpeakerList(EventRepository events, Cursors cursors) {
        this.events = events;
        this.cursors = cursors;
    }

    /**
     * A request for the list, as it came.
     *
     * @param events where this API's events are
     */
    record Wanted(Exports.Form form, SpeakerRows.Filter filter, String rows, String zone, String events) {}

    Export export(UUID eventId, Wanted wanted, boolean emailsAllowed) {
        List<Fault> faults = new ArrayList<>();
        Shape shape = wanted.form().shape(Set.of(Format.values()), faults);
        RowKind kind = Exports.Form.choice("rows", wanted.rows(), RowKind.values(), faults);
        String zone = zone(eventId, wanted.zone(), faults);
        boolean cards = shape != null && shape.format() == Format.VCF;
        if (cards && (wanted.form().fields() != null || kind == RowKind.SPEAKER_SESSION)) {
            faults.add(Fault.query("format", "cards-are-whole", "A vCard is one whole speaker."));
        }
        ChangeToken after = changedSince(eventId, wanted.filter().changedSince(), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        var rows = new SpeakerRows(eventId, kind, wanted.filter(), zone, shape.lists(), emailsAllowed, after);
        List<Column> columns =
                cards ? SpeakerCards.columns(rows.columns()) : wanted.form().chosen(rows.columns(), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Export(
                eventId,
                kind.name(),
                "speakers",
                rows.selection(columns),
                shape,
                cards ? new SpeakerCards(wanted.events(), eventId) : Cards.NONE,
                zone,
                wanted.filter().told(),
                emailsAllowed,
                wanted.form().purpose());
    }

    /** The list of speakers and its export continue each other's change tokens. */
    static String scope(UUID eventId) {
        return "speakers:" + eventId;
    }

    private String zone(UUID eventId, String asked, List<Fault> faults) {
        if (asked == null) {
            return events.require(eventId).zone();
        }
        if (!WallTime.isZone(asked)) {
            faults.add(Fault.query("zone", "unknown-zone", "This is not a time zone of the IANA database."));
        }
        return asked;
    }

    private ChangeToken changedSince(UUID eventId, String token, List<Fault> faults) {
        try {
            return token == null ? null : ChangeToken.decode(cursors, scope(eventId), token);
        } catch (Invalid e) {
            faults.addAll(e.faults());
            return null;
        }
    }
}
