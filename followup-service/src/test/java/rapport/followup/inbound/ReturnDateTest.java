package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnDateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I will be back on 2026-12-07.                                        | 2026-12-07",
                "I am away until 4 December 2026 and have no access to mail           | 2026-12-05",
                "I am out until Friday, December 4th, and return on Monday, December 7 | 2026-12-07",
                "Back in the office on Jan 4                                          | 2027-01-04",
                "returning 13/12/2026                                                 | 2026-12-13",
                "Ich bin ab dem 7.12.2026 wieder erreichbar.                          | 2026-12-07",
                "Ich bin bis einschließlich 4. Dezember nicht im Büro.                | 2026-12-05",
                "bis zum 31.12. abwesend                                              | 2027-01-01",
                "wieder da am Montag, 7. Dezember 2026                                | 2026-12-07",
                "Je serai de retour le 7 décembre 2026.                               | 2026-12-07",
                "absente jusqu'au 18 décembre                                         | 2026-12-19",
                "Estaré fuera hasta el 4 de diciembre de 2026                         | 2026-12-05",
                "regreso el lunes 7 de diciembre                                      | 2026-12-07",
            })
    void theDayOfTheReturnIsRead(String words, LocalDate back) {
        assertThat(ReturnDate.in(words, TODAY)).contains(back);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am away.",
                "Our congress is on 7 December 2026.",
                "back on 03/04/2027",
                "back on 2025-01-01",
                "back on 2028-06-01",
                "back on 30 February 2027",
                "until further notice",
                "until 99.99.2026",
                "back on 5 Foobar 2026",
                "I was back on 23 November 2026",
            })
    void aDateThatMeansNothingOrTwoThingsIsNoDate(String words) {
        assertThat(ReturnDate.in(words, TODAY)).isEmpty();
    }
}
