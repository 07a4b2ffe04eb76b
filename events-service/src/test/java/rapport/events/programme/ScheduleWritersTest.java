package rapport.events.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import rapport.kit.id.Ids;
import rapport.kit.time.WallTime;

class ScheduleWritersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String ADDRESS = "https://rapport.example/events/1/";

    private final Programme real = ScheduleXml.read(getClass().getResourceAsStream("/38c3-schedule.xml"), BERLIN);

    @Test
    void aRealProgrammeIsTheSameAfterItWasWrittenAsXmlAndRead() {
        var again = ScheduleXml.read(new ByteArrayInputStream(xml(exported(real))), BERLIN);

        assertThat(byKey(again)).isEqualTo(byKey(real));
        assertThat(again.people()).containsExactlyInAnyOrderEntriesOf(real.people());
    }

    @Test
    void asJsonItIsTheSameProgramme() {
        var out = new ByteArrayOutputStream();
        ScheduleJsonWriter.write(exported(real), ADDRESS, out);

        var twin = ScheduleJson.read(out.toByteArray(), BERLIN);

        assertThat(twin.people()).containsExactlyInAnyOrderEntriesOf(real.people());
        assertThat(twin.talks()).hasSize(1007);
        byKey(real)
                .forEach((key, talk) -> assertThat(Merge.of(content(byKey(twin).get(key)), content(talk)))
                        .as(key)
                        .isEqualTo(content(talk)));
    }

    @Test
    void writingTwiceGivesTheSameBytes() {
        assertThat(xml(exported(real))).isEqualTo(xml(exported(real)));
    }

    @Test
    void theXmlKeepsTheOrderOfTheFormat() throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/schedule-format.xsd"));
        var validator = schema.newValidator();
        var nothing = new ExportedProgramme(head(), "1", List.of());

        for (ExportedProgramme programme : List.of(exported(real), nothing)) {
            assertThatCode(() -> validator.validate(new StreamSource(new ByteArrayInputStream(xml(programme)))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatOtherProgramsWouldTakeForMarkupOrLoseComesBack() {
        var hostile = "a\r\nb ]]> <b>&amp; \t \" ' 👩🏽‍⚕️ {{7*7}}";
        var talk = real.talks().getFirst();
        var changed = new Programme.Talk(
                1,
                talk.key(),
                "A & B < C",
                hostile,
                null,
                null,
                talk.startsAt(),
                talk.startsAt().plusHours(26),
                null,
                null,
                List.of("https://x.example/?a=1&b=2"),
                List.of(),
                Said.NOTHING,
                null);

        var again = ScheduleXml.read(
                        new ByteArrayInputStream(xml(exported(new Programme(List.of(changed), Map.of(), Map.of())))),
                        BERLIN)
                .talks()
                .getFirst();

        assertThat(again.title()).isEqualTo(changed.title());
        assertThat(again.abstractText()).isEqualTo(hostile);
        assertThat(again.room()).isNull();
        assertThat(again.endsAt()).isEqualTo(changed.endsAt());
        assertThat(again.resources()).isEqualTo(changed.resources());
    }

    @Test
    void whoHasNoGuidGetsOursAndNumbersStayUnique() {
        var first = session("S-1", Said.NOTHING);
        var second = session("2", Said.NOTHING);
        var third = session(UUID.randomUUID().toString(), Said.of("{\"number\": \"2\", \"slug\": \"talk\"}"));
        var ids = new ScheduleIds("c", List.of(first, second, third));

        assertThat(ScheduleIds.guid(first)).isEqualTo(first.id().toString());
        assertThat(ScheduleIds.guid(third)).isEqualTo(third.externalId());
        assertThat(List.of(ids.number(first), ids.number(second), ids.number(third)))
                .containsExactly(1, 2, 3);
        assertThat(ids.slug(third)).isEqualTo("talk");
        assertThat(ids.slug(first)).isNotEqualTo(ids.slug(second));
    }

    @Test
    void anAbstractThatWasChangedHereIsNotOverwrittenByWhatTheFileHadSaid() {
        Said said = Said.of("{\"summary\": \"Short.\", \"description\": \"Long.\"}");
        var session = session("1", said);

        assertThat(session.summary()).isEqualTo("Abstract");
        assertThat(session.description()).isNull();
    }

    private static ExportedProgramme.Session session(String externalId, Said said) {
        var start = LocalDateTime.of(2026, 11, 20, 9, 0).atZone(BERLIN).toOffsetDateTime();
        return new ExportedProgramme.Session(
                Ids.next(),
                externalId,
                "T",
                "Abstract",
                null,
                null,
                start,
                start.plusHours(1),
                null,
                null,
                List.of(),
                said,
                List.of());
    }

    /** What the database would give after the file was imported. */
    private static ExportedProgramme exported(Programme programme) {
        var sessions = new ArrayList<ExportedProgramme.Session>();
        for (Programme.Talk talk : programme.talks()) {
            var people = talk.people().stream()
                    .map(key -> new ExportedProgramme.Person(
                            Ids.derived(new UUID(0, 1), key),
                            key,
                            programme.people().get(key),
                            programme.bios().get(key)))
                    .toList();
            sessions.add(new ExportedProgramme.Session(
                    Ids.derived(new UUID(0, 2), talk.key()),
                    talk.key(),
                    talk.title(),
                    talk.abstractText(),
                    talk.track(),
                    talk.room(),
                    WallTime.resolve(talk.startsAt(), BERLIN).atZone(BERLIN).toOffsetDateTime(),
                    WallTime.resolve(talk.endsAt(), BERLIN).atZone(BERLIN).toOffsetDateTime(),
                    talk.type(),
                    talk.language(),
                    talk.resources(),
                    talk.said(),
                    people));
        }
        return new ExportedProgramme(head(), "1", sessions);
    }

    private static ExportedProgramme.Head head() {
        return new ExportedProgramme.Head(
                "38c3", "38C3 & more", LocalDate.of(2024, 12, 27), LocalDate.of(2024, 12, 30), BERLIN);
    }

    private static byte[] xml(ExportedProgramme programme) {
        var out = new ByteArrayOutputStream();
        ScheduleXmlWriter.write(programme, ADDRESS, out);
        return out.toByteArray();
    }

    private static StoredProgramme.Content content(Programme.Talk talk) {
        return new StoredProgramme.Content(
                talk.title(),
                talk.abstractText(),
                talk.track(),
                talk.room(),
                talk.startsAt(),
                talk.endsAt(),
                talk.type(),
                talk.language(),
                talk.resources(),
                List.of(),
                talk.said());
    }

    private static Map<String, Programme.Talk> byKey(Programme programme) {
        return programme.talks().stream()
                .map(talk -> new Programme.Talk(
                        0,
                        talk.key(),
                        talk.title(),
                        talk.abstractText(),
                        talk.track(),
                        talk.room(),
                        talk.startsAt(),
                        talk.endsAt(),
                        talk.type(),
                        talk.language(),
                        talk.resources(),
                        talk.people(),
                        talk.said(),
                        talk.fault()))
                .collect(Collectors.toMap(Programme.Talk::key, Function.identity()));
    }
}
