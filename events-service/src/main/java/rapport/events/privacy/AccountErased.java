package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import rapport.events.sql.Sql;

/**
 * Forgets what an account did here. Records of imports and exports keep what was done and lose who did it. A role goes unless
 * the event would be left without an owner: then the opaque subject stays, which nothing here connects with a person any more.
 */
@ApplicationScoped
class AccountErased {
    private static final List<String> FORGET = List.of(
            "update import_run set subject = 'erased' where subject = ?",
            "update export_record set subject = 'erased', purpose = null, filter = '{}' where subject = ?",
            "delete from idempotency_key where owner = ?",
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
