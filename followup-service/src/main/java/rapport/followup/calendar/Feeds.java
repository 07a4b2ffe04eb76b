package rapport.followup.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.id.Ids;

/** Opens and closes feeds, and knows whose a secret address is. */
@ApplicationScoped
class Feeds {

    private static final UUID NAMESPACE = UUID.fromString("1d2f9c4e-77b5-5c38-8a0e-5b1f6f2f3f10");

    private final FeedTable table;
    private final String base;

    Feeds(FeedTable table, @ConfigProperty(name = "followup.links.base") String base) {
        this.table = table;
        this.base = base;
    }

    /** @return the address of the new feed */
    String open(String owner, Instant now) {
        String token = FeedTokens.next();
        table.put(owner, FeedTokens.hash(token), now);
        return base + "/calendars/" + token;
    }

    void close(String owner) {
        table.delete(owner);
    }

    Optional<Instant> since(String owner) {
        return table.since(owner);
    }

    Optional<String> owner(String token) {
        return FeedTokens.isPlausible(token) ? table.owner(FeedTokens.hash(token)) : Optional.empty();
    }

    /** Another one whenever an entry came, changed or left. */
    static String edition(List<Entry> entries) {
        var versions = new StringBuilder();
        entries.forEach(
                entry -> versions.append(entry.id()).append(entry.version()).append(entry.event()));
        return Ids.derived(NAMESPACE, versions.toString()).toString();
    }
}
