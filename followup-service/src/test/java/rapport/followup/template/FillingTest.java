package rapport.followup.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.kit.problem.Fault;

class FillingTest {

    @Test
    void knownValuesAreFilledInAndUnknownOnesFallBack() {
        var filling = new Filling(TemplateLocale.EN).with(Placeholder.RECIPIENT_NAME, " Dr. Lucía López ");

        assertThat(body(filling, "Dear {{recipient.name|colleague}}, at {{event.name|the congress}}"))
                .isEqualTo("Dear Dr. Lucía López, at the congress");
    }

    @Test
    void whatHasNeitherValueNorFallbackStaysForItsOwnerToSee() {
        assertThat(body(new Filling(TemplateLocale.EN), "My question: {{question}}"))
                .isEqualTo("My question: {{question}}");
    }

    @Test
    void anEmptyFallbackTakesTheBlankBeforeItAlong() {
        var filling = new Filling(TemplateLocale.DE);

        assertThat(body(filling, "Guten Tag {{recipient.name|}},")).isEqualTo("Guten Tag,");
        assertThat(body(filling, "{{recipient.name|}} hello")).isEqualTo(" hello");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderIsOnlyAText() {
        var filling = new Filling(TemplateLocale.EN)
                .with(Placeholder.EVENT_NAME, "{{owner.name}}")
                .with(Placeholder.OWNER_NAME, "Maya");

        assertThat(body(filling, "{{event.name}}")).isEqualTo("{{owner.name}}");
    }

    @ParameterizedTest
    @CsvSource({"EN, November 20 2026", "DE, 20. November 2026", "FR, 20 novembre 2026", "ES, 20 de noviembre de 2026"})
    void aDayIsWrittenAsTheLanguageDoes(TemplateLocale locale, String written) {
        var filling = new Filling(locale).with(Placeholder.MET_ON, LocalDate.of(2026, 11, 20));

        assertThat(body(filling, "{{met.on}}").replace(",", "")).isEqualTo(written);
    }

    @Test
    void aSubjectStaysOneLine() {
        var filling = new Filling(TemplateLocale.EN).with(Placeholder.EVENT_NAME, "Days\r\nBcc: x@y.example");

        assertThat(filling.fill(new TemplateText("After {{event.name}}", "")).subject())
                .isEqualTo("After Days Bcc: x@y.example");
    }

    @Test
    void unknownNamesAndLooseBracesAreFaults() {
        assertThat(Filling.faults("{{event.name}} {{goal|x}}", "/body")).isEmpty();
        assertThat(Filling.faults("{{nobody}} {{#if goal}}", "/body"))
                .extracting(Fault::code)
                .containsExactly("unknown-placeholder", "unknown-placeholder");
        assertThat(Filling.faults("{{goal} and }}", "/body"))
                .extracting(Fault::code)
                .containsExactly("placeholder-malformed");
    }

    @Property
    void anyTextWithoutPlaceholdersStaysAsItIs(@ForAll String text) {
        String plain = text.replace("{", "");

        assertThat(body(new Filling(TemplateLocale.FR), plain)).isEqualTo(plain);
    }

    private static String body(Filling filling, String text) {
        return filling.fill(new TemplateText("", text)).body();
    }
}
