package rapport.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Parts parts = Parts.shared();

    @Test
    void postgresIsDurable() {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                .allSatisfy(
                        setting -> assertThat(parts.postgresSetting(setting)).isEqualTo("on"));
    }

    @Test
    void aFreshDatabaseBelongsToItsUserAndTakesTheExtensionsOfTheServices() throws Exception {
        Database database = parts.freshDatabase("events-service");

        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm; create extension unaccent; create extension citext");
            var row = statement.executeQuery("select uuidv7() is not null, current_setting('server_version_num')::int");
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(row.getInt(2)).isGreaterThanOrEqualTo(180000);
        }
    }

    @Test
    void committedRowsSurviveAKilledPostgres() throws Exception {
        Database database = parts.freshDatabase("durable");
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table scan as select 1 as id");
        }

        parts.killPostgres();
        parts.startPostgres();

        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var row = connection.createStatement().executeQuery("select id from scan")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void recordsSurviveAStoppedAndAKilledBroker() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        publish("before the stop");
        parts.stopKafka();
        parts.startKafka();
        publish("before the kill");
        parts.killKafka();
        parts.startKafka();

        assertThat(published(2)).containsExactly("before the stop", "before the kill");
    }

    @Test
    void aPersonsTokenCarriesIdentityAndAudience() throws Exception {
        var claims = SignedJWT.parse(parts.token("olga")).getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(parts.issuer());
        assertThat(claims.getAudience()).containsExactly("rapport-api");
        assertThat(claims.getSubject()).isEqualTo(DemoPerson.of("olga").subject());
        assertThat(claims.getStringListClaim("groups")).containsExactly("organizer");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getExpirationTime()).isAfter(Instant.now());
    }

    @Test
    void aTokenCanBeWrongInEveryWay() throws Exception {
        var claims = SignedJWT.parse(parts.token(Map.of(
                        "sub",
                        "x",
                        "exp",
                        Instant.now().minus(Duration.ofHours(1)),
                        "aud",
                        List.of("another-api"),
                        "iss",
                        "http://elsewhere")))
                .getJWTClaimsSet();

        assertThat(claims.getExpirationTime()).isBefore(Instant.now());
        assertThat(claims.getAudience()).containsExactly("another-api");
        assertThat(claims.getIssuer()).isEqualTo("http://elsewhere");
        assertThat(parts.tokenOfAnotherKey(Map.of("sub", "x"))).isNotBlank();
    }

    @Test
    void curlGetsATokenByThePasswordGrantAndTheIdTokenIsNotForTheApi() throws Exception {
        var form = "grant_type=password&username=maya&password=x&client_id=curl&scope=openid";
        var answer = post(form);
        var access = SignedJWT.parse(field(answer, "access_token")).getJWTClaimsSet();
        var id = SignedJWT.parse(field(answer, "id_token")).getJWTClaimsSet();

        assertThat(access.getSubject()).isEqualTo(DemoPerson.of("maya").subject());
        assertThat(access.getAudience()).containsExactly("rapport-api");
        assertThat(access.getIssuer()).isEqualTo(parts.issuer());
        assertThat(id.getAudience()).containsExactly("curl");
        assertThat(post("grant_type=password&username=nobody&password=x&client_id=curl&scope=openid"))
                .contains("invalid_grant");
    }

    @Test
    void theMailboxShowsWhatWasDelivered() throws Exception {
        var server = new Properties();
        server.put("mail.smtp.host", parts.smtpHost());
        server.put("mail.smtp.port", Integer.toString(parts.smtpPort()));
        var message = new MimeMessage(Session.getInstance(server));
        message.setFrom(new InternetAddress("maya@example.org"));
        message.setRecipient(RecipientType.TO, new InternetAddress("drlopez@example.org"));
        message.setSubject("Grüße", "UTF-8");
        message.setHeader("X-Long", "one\r\n two");
        message.setText("Danke für den Vortrag", "UTF-8");

        Transport.send(message);

        assertThat(parts.mailbox()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("drlopez@example.org");
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.text()).isEqualToIgnoringNewLines("Danke für den Vortrag");
            assertThat(mail.headers("x-long")).containsExactly("one two");
        });
    }

    private void publish(String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private List<String> published(int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var values = new java.util.ArrayList<String>();
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }

    private String post(String form) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(parts.issuer() + "/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String field(String json, String name) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(json)
                .path(name)
                .asText();
    }
}
