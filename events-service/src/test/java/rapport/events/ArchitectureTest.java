package rapport.events;

import org.junit.jupiter.api.Test;
import rapport.kit.testing.Architecture;

class ArchitectureTest {
    @Test
    void theRulesOfStructureAreKept() {
        Architecture.assertKept("rapport.events");
    }
}
