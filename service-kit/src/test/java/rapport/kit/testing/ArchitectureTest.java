package rapport.kit.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thePackagesOfTheKitFormNoCycle() {
        var kit = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("rapport.kit");
        slices().matching("rapport.kit.(*)..").should().beFreeOfCycles().check(kit);
    }

    @Test
    void codeThatKeepsTheRulesPasses() {
        assertThatCode(() -> Architecture.assertKept("rapport.kit.token")).doesNotThrowAnyException();
    }

    @Test
    void codeThatBreaksThemDoesNot() {
        assertThatThrownBy(() -> Architecture.assertKept("rapport.kit.outbox"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.apache.kafka");
        assertThatThrownBy(() -> Architecture.assertKept("rapport.kit.limits"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("jakarta.ws.rs");
    }
}
