package rapport.followup.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

/** What owners do with their templates. Nothing of it touches a message that was made from one. */
@ApplicationScoped
class TemplateService {

    private final TemplateTable templates;
    private final Caller caller;
    private final Clock clock;

    TemplateService(TemplateTable templates, Caller caller, Clock clock) {
        this.templates = templates;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OwnTemplate create(NewTemplate wanted) {
        OwnTemplate template = OwnTemplate.born(Ids.next(), caller.subject(), wanted, clock.instant());
        templates.put(template);
        return template;
    }

    @Transactional
    OwnTemplate change(UUID id, String ifMatch, TemplateChange change) {
        OwnTemplate current = templates.lock(caller.subject(), id);
        ETags.require(ifMatch, current.version());
        OwnTemplate next = current.changed(change, clock.instant());
        templates.put(next);
        return next;
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        OwnTemplate current = templates.lock(caller.subject(), id);
        ETags.require(ifMatch, current.version());
        templates.delete(current, clock.instant());
    }
}
