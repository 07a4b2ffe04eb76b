package rapport.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/**
 * The rules of structure that every service keeps: {@code Architecture.assertKept("rapport.events")} in a plain test.
 */
public final class Architecture {

    private Architecture() {}

    /** Asserts all rules for the classes below the service's root package, tests excepted. */
    public static void assertKept(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        for (ArchRule rule : rules(rootPackage)) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs another one must not be needed by it"),
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Resource")
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .because("a resource translates HTTP and nobody else does"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka..")
                        .because("the kit publishes and consumes"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..")
                        .because("packages are features"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(OffsetDateTime.class, "now")
                        .orShould()
                        .callConstructor(Date.class)
                        .because("the clock is injected"));
    }
}
