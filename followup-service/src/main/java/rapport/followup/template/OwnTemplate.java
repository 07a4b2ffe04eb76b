package rapport.followup.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** A template that somebody wrote for themselves, in its newest version. Its texts are checked when it is made. */
record OwnTemplate(
        UUID id, String owner, String name, long version, List<LocalText> texts, Instant createdAt, Instant updatedAt) {

    OwnTemplate {
        texts = List.copyOf(texts);
    }

    static OwnTemplate born(UUID id, String owner, NewTemplate wanted, Instant now) {
        check(wanted.texts());
        return new OwnTemplate(id, owner, wanted.name(), 1, wanted.texts(), now, now);
    }

    /** The next version. */
    OwnTemplate changed(TemplateChange change, Instant now) {
        List<LocalText> newTexts = change.texts().or(texts);
        check(newTexts);
        return new OwnTemplate(id, owner, change.name().or(name), version + 1, newTexts, createdAt, now);
    }

    private static void check(List<LocalText> texts) {
        List<Fault> faults = new ArrayList<>();
        Set<TemplateLocale> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            LocalText text = texts.get(i);
            if (!seen.add(text.locale())) {
                faults.add(new Fault("/texts/" + i + "/locale", "duplicate", "There is a text in this language."));
            }
            faults.addAll(Filling.faults(text.subject(), "/texts/" + i + "/subject"));
            faults.addAll(Filling.faults(text.body(), "/texts/" + i + "/body"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
