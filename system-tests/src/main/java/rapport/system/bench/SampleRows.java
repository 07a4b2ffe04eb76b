package rapport.system.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rows that one scan leaves behind, read from what contacts-service really wrote, so that the rivals write rows of the same
 * size.
 */
record SampleRows(String contactState, String messageBody) {

    static SampleRows of(Connection contacts) throws SQLException {
        try (var statement = contacts.createStatement();
                var row = statement.executeQuery("select state::text from contact order by created_at desc limit 1")) {
            row.next();
            String state = row.getString(1);
            return new SampleRows(state, message(state));
        }
    }

    /** The relay may have dropped the outbox row already; a contact's message is its state plus some forty fields' names. */
    private static String message(String state) {
        return """
                {"contactId":"01900000-0000-7000-8000-000000000000","version":1,"owner":"00000000-0000-0000-0000-000000000000",\
                "status":"ACTIVE","kind":"SCANNED","personId":"01900000-0000-7000-8000-000000000000","intent":"LEARN",\
                "doNotContact":false,"sharedFields":["displayName","affiliation","careerStage","links","orcid"],\
                "emailShared":false,"encounters":[{"encounterId":"01900000-0000-7000-8000-000000000000",\
                "eventId":"01900000-0000-7000-8000-000000000000","metAt":"2026-11-22T09:00:00Z"}],"tags":[]}\
                """;
    }

    /**
     * One statement that stores contact, scan and outbox row.
     *
     * @param owner an SQL expression for what is different per client
     * @param twelveHexDigits an SQL expression for what is different per scan of a client
     */
    String insertOne(String owner, String twelveHexDigits) {
        return """
                with one as (
                    select 'rival-' || %s as owner, uuidv7() as id, uuidv7() as scan_id, now() as at,
                           ('01900000-0000-7000-8000-' || %s)::uuid as person
                ), contact as (
                    insert into contact (owner, id, counterpart, person_id, kind, status, shares_card, version, state)
                    select owner, id, person, person, 'SCANNED', 'ACTIVE', true, 1, '%s'::jsonb from one
                ), scan as (
                    insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at,
                                      received_at, clock_corrected, device_id, device_sequence)
                    select owner, scan_id, id, person, 'CREATED', 4711, at, at, at, false, 'phone', 0 from one
                )
                insert into outbox (topic, key, version, type, body)
                select 'rapport.contact.v1', id, 1, 'contact.changed.v1', '%s' from one
                """.formatted(owner, twelveHexDigits, literal(contactState), literal(messageBody));
    }

    /** pgbench takes a colon before a letter or digit for one of its variables, inside quotes too. */
    private static String literal(String json) {
        return json.replace("'", "''").replaceAll(":(?=\\w)", ": ");
    }
}
