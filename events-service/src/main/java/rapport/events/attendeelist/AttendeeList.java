package rapport.events.attendeelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.export.Cards;
import rapport.events.export.Column;
import rapport.events.export.Export;
import rapport.events.export.Exports;
import rapport.events.export.Format;
import rapport.events.export.Shape;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** Understands what is asked of the attendee list; everything that is wrong is told at once. */
@ApplicationScoped
class AttendeeList {
    private static final EnumSet<Format> FORMATS = EnumSet.complementOf(EnumSet.of(Format.VCF));

    private final EventRepository events;
    private final Cursors cursors;

    AttendeeList(EventRepository events, Cursors cursors) {
        this.events = events;
        this.cursors = cursors;
    }

    Export export(UUID eventId, Exports.Form form, AttendeeRows.Filter filter) {
        List<Fault> faults = new ArrayList<>();
        Shape shape = form.shape(FORMATS, faults);
        ChangeToken after = changedSince(eventId, filter.changedSince(), faults);
        var rows = new AttendeeRows(eventId, filter, shape == null ? null : shape.lists(), after);
        List<Column> columns = shape == null ? List.of() : form.chosen(rows.columns(), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Export(
                eventId,
                "REGISTRATION",
                "attendees",
                rows.selection(columns),
                shape,
                Cards.NONE,
                events.require(eventId).zone(),
                filter.told(),
                true,
                form.purpose());
    }

    /** The list of registrations and its export continue each other's change tokens. */
    static String scope(UUID eventId) {
        return "registrations:" + eventId;
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
