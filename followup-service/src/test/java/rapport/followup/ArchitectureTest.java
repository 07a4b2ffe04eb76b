package rapport.followup;

import org.junit.jupiter.api.Test;
import rapport.kit.testing.Architecture;

class ArchitectureTest {

    @Test
    void theRulesOfStructureAreKept() {
        Architecture.assertKept("rapport.followup");
    }
}
