package rapport.followup.testing;

import java.util.Map;
import rapport.followup.links.LinkConfig;

/** The links of a test. */
public record LinkSettings(int version, Map<Integer, String> keys) implements LinkConfig {

    public static final LinkSettings ONE = new LinkSettings(1, Map.of(1, "one"));

    @Override
    public String base() {
        return "https://rapport.example/api/followup";
    }
}
