package rapport.contacts.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.kit.identifier.Orcid;

/** How single values are read that people type or import. */
class ValuesTest {

    @Test
    void namesAreFoundWhateverTheirSpelling() {
        assertThat(Words.plain("Łukasz Müller")).isEqualTo("lukasz muller");
        assertThat(Words.plain("O'Brien-Núñez, Søren")).isEqualTo("obrien nunez soren");
        assertThat(Words.plain("Παπαδόπουλος Γιώργος")).isEqualTo("papadopoulos giorgos");
        assertThat(Words.plain("Ольга Щербакова")).isEqualTo("olga shcherbakova");
        assertThat(Words.plain("Großmann")).isEqualTo("grossmann");
        assertThat(Words.plain("王小明")).isEqualTo("王小明");
        assertThat(Words.plain("أحمد")).isEqualTo("احمد");
        assertThat(Words.plain(" \u200d?! ")).isEmpty();
    }

    @Test
    void umlautsAreFoundSpeltOutAsWell() {
        assertThat(Words.findable(Arrays.asList("Müller", null, "Åse Bjørnstad")))
                .isEqualTo("muller mueller ase bjornstad aase bjoernstad");
        assertThat(Words.findable(List.of(" ", "!"))).isNull();
    }

    @Test
    void numbersAreDialledFromEverywhereOrKeptAsTyped() {
        assertThat(Phone.of("(01) 40400-0", "AT")).isEqualTo(new Phone("+431404000", true));
        assertThat(Phone.of("+44 20 7946 0958", null)).isEqualTo(new Phone("+442079460958", true));
        assertThat(Phone.of("0044 20 7946 0958", "DE")).isEqualTo(new Phone("+442079460958", true));
        assertThat(Phone.of("040 1234567", null)).isEqualTo(new Phone("040 1234567", false));
        assertThat(Phone.of("ext. 12,  ask for Jana", "DE")).isEqualTo(new Phone("ext. 12, ask for Jana", false));
        assertThat(Phone.of("+49 431 500 12345 ext. 7", "DE").dialable()).isFalse();
    }

    @Test
    void anOrcidHasTheRightCheckDigit() {
        assertThat(Orcid.canonical("https://orcid.org/0000-0002-1694-233x")).hasValue("0000-0002-1694-233X");
        assertThat(Orcid.canonical("0000000218250097")).hasValue("0000-0002-1825-0097");
        assertThat(Orcid.canonical("0000-0002-1825-0098")).isEmpty();
        assertThat(Orcid.canonical("0000-0002-1825")).isEmpty();
    }

    @Test
    void languagesAreTags() {
        assertThat(Language.canonical("PT_br")).hasValue("pt-BR");
        assertThat(Language.canonical("de")).hasValue("de");
        assertThat(Language.canonical("xx")).isEmpty();
        assertThat(Language.canonical("german language")).isEmpty();
    }

    @Test
    void linksAreToldApartByTheirHost() {
        assertThat(LinkKind.of("https://de.linkedin.com/in/ines")).hasValue(LinkKind.LINKEDIN);
        assertThat(LinkKind.of("https://twitter.com/ines")).hasValue(LinkKind.X);
        assertThat(LinkKind.of("https://evil-linkedin.com/in/ines")).hasValue(LinkKind.WEBSITE);
        assertThat(LinkKind.of("javascript:alert(1)")).isEmpty();
        assertThat(LinkKind.linkedInSlug("www.linkedin.com/in/In%C3%A9s-L/?x=1"))
                .hasValue("inés-l");
        assertThat(LinkKind.linkedInSlug("https://www.linkedin.com/company/acme"))
                .isEmpty();
    }
}
