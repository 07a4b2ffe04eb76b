package rapport.events.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.person.Farewell;
import rapport.events.person.PersonPublisher;
import rapport.events.privacy.RegistrationsErased;
import rapport.events.retention.RetentionTable.Numbers;
import rapport.events.speaker.SpeakerPublisher;
import rapport.events.sql.Sql;

/**
 * Takes a bounded part of the personal data out of an event that is due, whose lock the caller holds. Doing it again goes on where
 * it ended.
 */
@ApplicationScoped
class PastEvent {
    private static final String REGISTRANTS = """
            select id, person_id
            from   registration
            where  event_id = ?
            order  by id
            limit  ?
            """;

    /** Whoever has an account, another registration or a part as a speaker is here for another reason. */
    private static final String WITHOUT_TIE = """
            select p.id
            from   person p
            where  p.id = any(?) and p.subject is null
                   and not exists (select 1 from registration r where r.person_id = p.id)
                   and not exists (select 1 from speaker k where k.person_id = p.id)
            order  by p.id
            for update
            """;

    private static final String SPEAKER_EMAILS = """
            update speaker
            set    email = null, email_shared = false, version = version + 1, updated_at = ?
            where  id in (select id from speaker where event_id = ? and email is not null order by id limit ? for update)
            returning id, person_id
            """;

    /** An address that was only told for this event has no reason to stay with its person. */
    private static final String PERSON_EMAILS = """
            with lonely as (
              select p.id
              from   person p
              where  p.id = any(?) and p.subject is null
                     and not exists (select 1 from registration r where r.person_id = p.id)
                     and not exists (select 1 from speaker k where k.person_id = p.id and k.email is not null)
              for update
            ), dropped as (
              delete from person_email where person_id in (select id from lonely) returning person_id
            )
            update person
            set    version = version + 1, updated_at = ?
            where  id in (select person_id from dropped)
            returning id
            """;

    private static final String RECORDS =
            "update export_record set purpose = null, filter = '{}' where event_id = ? and (purpose is not null or filter <> '{}')";

    /** What gates have read of badges that nobody came to know. */
    private static final String UNKNOWN_BADGES = "delete from check_in where event_id = ? and registration_id is null";

    /** Guests of webinars whom nobody came to know. */
    private static final String GUESTS = "delete from webinar_participant where event_id = ?";

    private static final String INVITATIONS = """
            update staff_invitation
            set    status = 'REVOKED', address = null, updated_at = ?
            where  event_id = ? and status = 'OPEN'
            """;

    private record Registrant(UUID registrationId, UUID personId) {}

    private record Emptied(UUID speakerId, UUID personId) {}

    private final Sql sql;
    private final RegistrationsErased registrations;
    private final Farewell people;
    private final SpeakerPublisher speakers;
    private final PersonPublisher persons;
    private final Clock clock;

    PastEvent(
            Sql sql,
            RegistrationsErased registrations,
            Farewell people,
            SpeakerPublisher speakers,
            PersonPublisher persons,
            Clock clock) {
        this.sql = sql;
        this.registrations = registrations;
        this.people = people;
        this.speakers = speakers;
        this.persons = persons;
        this.clock = clock;
    }

    /** @return what was deleted; nothing when nothing is left */
    @Transactional(TxType.MANDATORY)
    Numbers deleteSome(UUID eventId, int batch) {
        List<Registrant> some = sql.query(
                REGISTRANTS, row -> new Registrant(Sql.id(row, "id"), Sql.id(row, "person_id")), eventId, batch);
        if (!some.isEmpty()) {
            List<UUID> whose = some.stream().map(Registrant::personId).toList();
            people.hold(whose);
            registrations.delete(some.stream().map(Registrant::registrationId).toList());
            List<UUID> strangers = sql.query(WITHOUT_TIE, row -> Sql.id(row, "id"), whose);
            return new Numbers(some.size(), people.delete(strangers), 0);
        }
        sql.update(RECORDS, eventId);
        sql.update(UNKNOWN_BADGES, eventId);
        sql.update(GUESTS, eventId);
        sql.update(INVITATIONS, clock.instant(), eventId);
        return new Numbers(0, 0, emptySpeakers(eventId, batch));
    }

    private int emptySpeakers(UUID eventId, int batch) {
        List<Emptied> emptied = sql.query(
                SPEAKER_EMAILS,
                row -> new Emptied(Sql.id(row, "id"), Sql.id(row, "person_id")),
                clock.instant(),
                eventId,
                batch);
        if (emptied.isEmpty()) {
            return 0;
        }
        speakers.publish(emptied.stream().map(Emptied::speakerId).toList());
        List<UUID> whose = emptied.stream().map(Emptied::personId).toList();
        persons.publish(sql.query(PERSON_EMAILS, row -> Sql.id(row, "id"), whose, clock.instant()));
        return emptied.size();
    }
}
