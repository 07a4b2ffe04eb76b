package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class SafeModeDoorTest {

    private static final String MODE = "/dispatch/safe-mode";
    private static final String ACKNOWLEDGEMENT = MODE + "/acknowledgement";

    @TestHTTPResource("/")
    URI base;

    @Inject
    DueLetters letters;

    @BeforeEach
    void aRestoreWasNoticed() {
        letters.clear();
        letters.update("insert into safe_mode (id, entered_at, lost) values (gen_random_uuid(), now(), 3)");
    }

    @AfterEach
    void itIsOver() {
        letters.clear();
    }

    @Test
    void anAdministratorSeesItAndLetsSendingGoOn() {
        Door ada = new Door(base, Tokens.of("ada"));

        assertThat(ada.get(MODE).body()).contains("\"active\":true").contains("\"lostDeliveries\":3");
        assertThat(ada.post(ACKNOWLEDGEMENT, "").body()).contains("\"active\":false");
        assertThat(ada.post(ACKNOWLEDGEMENT, "").statusCode()).isEqualTo(200);
        assertThat(letters.one("select count(*) from safe_mode where acknowledged_by is not null"))
                .isEqualTo("1");
    }

    @Test
    void nobodyElseSeesOrEndsIt() {
        for (String person : new String[] {"maya", "olga"}) {
            Door other = new Door(base, Tokens.of(person));
            assertThat(other.get(MODE).statusCode()).isEqualTo(403);
            assertThat(other.post(ACKNOWLEDGEMENT, "").statusCode()).isEqualTo(403);
        }
        Door nobody = new Door(base, (String) null);
        assertThat(nobody.get(MODE).statusCode()).isEqualTo(401);
        assertThat(nobody.post(ACKNOWLEDGEMENT, "").statusCode()).isEqualTo(401);
        assertThat(letters.one("select count(*) from safe_mode where acknowledged_at is null"))
                .isEqualTo("1");
    }
}
