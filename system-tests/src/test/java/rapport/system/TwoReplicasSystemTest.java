package rapport.system;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.service.Service;
import rapport.system.faults.CrowdedSpeaker;
import rapport.system.faults.OptOutRace;

/** Two processes dispatch from one database; {@code ./rapport faults budget} and {@code optout} do the same with more people. */
@ExtendWith(PlatformOfTheRun.class)
@TestInstance(Lifecycle.PER_CLASS)
class TwoReplicasSystemTest {
    private final Platform platform;
    private final Service other;

    TwoReplicasSystemTest(Platform platform) {
        this.platform = platform;
        this.other = platform.stack().replica("followup", 2, Map.of("FOLLOWUP_DISPATCH_POLL", "PT0.05S"));
    }

    @BeforeAll
    void startTheOther() {
        other.start();
        other.awaitReady();
    }

    @AfterAll
    void stopTheOther() {
        other.close();
    }

    @Test
    void twoHundredSendersKeepTheBudgetOfASpeakerAndNobodyWritesTwiceBeforeEverybodyWroteOnce() throws Exception {
        var outcome = new CrowdedSpeaker(platform.stack()).run(200, 150);

        outcome.requireBudgetAndTurns(200);
        outcome.requireBothAtWork();
    }

    @Test
    void afterTheAnswerToAnOptOutNoMessageArrives() throws Exception {
        var outcome = new OptOutRace(platform.stack(), new PrintStream(OutputStream.nullOutputStream())).run(60);

        outcome.requireSilence(60);
    }
}
