package rapport.followup.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.UUID;

/** With everything that sends running, at once and without a hold. */
public class Sending implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "followup.dispatch.enabled", "true",
                "followup.dispatch.poll", "PT0.1S",
                "followup.post.poll", "PT0.1S",
                "followup.dispatch.journal", "target/journal-" + UUID.randomUUID(),
                "followup.hold", "PT0S");
    }
}
