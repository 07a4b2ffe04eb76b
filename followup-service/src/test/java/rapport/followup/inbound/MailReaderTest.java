package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.followup.inbound.Reading.Fate;

/** Mail as the systems of this world write it. */
class MailReaderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String ID = "<8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11@rapport.example>";

    @ParameterizedTest
    @CsvSource({
        "bounce-postfix,             BOUNCED",
        "bounce-exim,                BOUNCED",
        "bounce-exchange,            BOUNCED",
        "bounce-gmail,               BOUNCED",
        "bounce-sendmail,            BOUNCED",
        "bounce-qmail,               BOUNCED",
        "failure-exim-retry-timeout, FAILED",
        "failure-4xx-given-up,       FAILED",
        "delay-postfix,              DELAYED",
        "delay-sendmail,             DELAYED",
    })
    void aServersReportIsReadAndNamesTheMessage(String mail, Fate fate) {
        Arrival arrival = read(mail);

        assertThat(arrival.reading()).isEqualTo(new Reading.Report(fate));
        assertThat(arrival.answered()).contains(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "away-exchange, 2026-12-07",
        "away-gmail,    2026-12-05",
        "away-sieve,    2026-12-19",
        "away-without-date,",
    })
    void aProgramsAnswerIsNoReplyAndMaySayWhenItsOwnerIsBack(String mail, LocalDate back) {
        assertThat(read(mail).reading()).isEqualTo(new Reading.AutoReply(back));
    }

    @ParameterizedTest
    @CsvSource({"success-postfix", "receipt-outlook", "not-spam-arf"})
    void whatSaysNothingIsNothing(String mail) {
        assertThat(read(mail).reading()).isEqualTo(new Reading.Other());
    }

    @Test
    void aComplaintNamesTheMessage() {
        Arrival arrival = read("complaint-arf");

        assertThat(arrival.reading()).isEqualTo(new Reading.Complaint());
        assertThat(arrival.answered()).containsExactly(ID);
    }

    @Test
    void aHumansAnswerIsReadFromPlainTextOrFromHtml() {
        Arrival gmail = read("reply-gmail");
        Arrival outlook = read("reply-outlook");

        assertThat(gmail.answered()).containsExactly(ID);
        assertThat(gmail.recipients()).containsExactly("maya@people.example", "followup@rapport.example");
        assertThat(((Reading.Reply) gmail.reading()).text())
                .startsWith("Dear Maya,\ngladly: the registry is open from January.")
                .contains("> Dear Dr. López,");
        assertThat(outlook.from()).isEqualTo("lopez@clinic.example");
        assertThat(((Reading.Reply) outlook.reading()).text()).isEqualTo("Dear Maya,\nyes & gladly – call me.");
        assertThat(read("reply-iphone-without-references").answered()).isEmpty();
    }

    @Test
    void copiesOfAMailAreTheSameMailAndTwoMailsAreNot() {
        byte[] mail = bytes("reply-gmail");
        byte[] copy = ("Received: from elsewhere\r\n" + text(mail)).getBytes(StandardCharsets.UTF_8);

        assertThat(read(copy).identity()).isEqualTo(read(mail).identity());
        assertThat(read("reply-outlook").identity()).isNotEqualTo(read(mail).identity());
    }

    @Test
    void bareLineFeedsAndBrokenStructuresAreRead() {
        String reply = text(bytes("bounce-postfix")).replace("\r\n", "\n");

        assertThat(read(reply.getBytes(StandardCharsets.UTF_8)).reading()).isEqualTo(new Reading.Report(Fate.BOUNCED));
        assertThat(read("".getBytes(StandardCharsets.UTF_8)).answered()).isEmpty();
        assertThat(read("Content-Type: multipart/report; report-type=delivery-status\r\n\r\nx"
                                .getBytes(StandardCharsets.UTF_8))
                        .reading())
                .isInstanceOfAny(Reading.Other.class, Reading.Reply.class);
        assertThat(read("Content-Type: text/plain; charset=klingon\r\nFrom: a@b.example\r\n\r\nhi"
                                .getBytes(StandardCharsets.UTF_8))
                        .reading())
                .isEqualTo(new Reading.Reply("hi"));
    }

    @Property(tries = 300)
    void nothingThatArrivesMakesTheReaderFail(@ForAll long seed) {
        var random = new Random(seed);
        byte[] mail = bytes(List.of("bounce-exchange", "away-gmail", "reply-gmail", "bounce-qmail")
                .get(random.nextInt(4)));
        for (int i = 0; i < 20; i++) {
            mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }

        assertThat(read(Arrays.copyOf(mail, random.nextInt(mail.length))).reading())
                .isNotNull();
        assertThat(read(mail).reading()).isNotNull();
    }

    private static Arrival read(String name) {
        return read(bytes(name));
    }

    private static Arrival read(byte[] mail) {
        return MailReader.read(mail, List.of(), TODAY);
    }

    static byte[] bytes(String name) {
        try (InputStream in = MailReaderTest.class.getResourceAsStream("/mail/" + name + ".eml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.UTF_8);
    }
}
