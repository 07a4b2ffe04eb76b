package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import rapport.events.sql.Sql;

/**
 * Forgets what an account did here. What was done stays and loses who did it, also in the append-only log of check-ins, whose
 * trigger lets this one word change while an erasure of that account is open. A role goes unless the event would be left without
 * an owner: then the opaque subject stays, which nothing here connects with a person any more.
 */
@ApplicationScoped
class AccountErased {
    private static final List<String> FORGET = List.of(
            "update import_run set subject = 'erased' where subject = ?",
            "update export_record set subject = 'erased', purpose = null, filter = '{}' where subject = ?",
            "delete from idempotency_key where owner = ?",
            "update check_in set actor = 'erased' where actor = ?",
            "update check_in_void set actor = 'erased' where actor = ?",
            "update manual_presence set actor = 'erased' where actor = ?",
            "update manual_presence_withdrawal set actor = 'erased' where actor = ?",
            "update badge_print set actor = 'erased' where actor = ?",
            "update webinar_import set subject = 'erased' where subject = ?",
            "update webinar_decision set subject = 'erased' where subject = ?",
            "update speaker_merge_proposal set decided_by = 'erased' where decided_by = ?",
            "update staff_invitation set invited_by = 'erased' where invited_by = ?",
            "update staff_invitation set accepted_by = 'erased' where accepted_by = ?",
            """
            delete from event_staff s
            where  s.subject = ?
                   and (s.role <> 'OWNER'
                        or exists (select 1 from event_staff o
                                   where o.event_id = s.event_id and o.role = 'OWNER' and o.subject <> s.subject))
            """);

    private final Sql sql;

    AccountErased(Sql sql) {
        this.sql = sql;
    }

    @Transactional(TxType.MANDATORY)
    void erase(String subject) {
        FORGET.forEach(statement -> sql.update(statement, subject));
    }
}
