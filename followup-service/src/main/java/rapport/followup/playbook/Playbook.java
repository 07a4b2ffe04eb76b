package rapport.followup.playbook;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.preparation.Purpose;

/**
 * A way of following up that has proved itself: whose steps, at what distance, from which templates.
 *
 * @param name by language
 * @param needs the parts of the preparation without which it makes no sense
 */
public record Playbook(String id, Purpose purpose, Map<String, String> name, List<String> needs, List<Step> steps) {

    public Playbook {
        name = Map.copyOf(name);
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }

    /** @param anchors the first one that is known in the circumstances counts */
    public record Step(
            String template,
            List<Anchor> anchors,
            int offsetDays,
            OffsetUnit offsetUnit,
            @JsonFormat(pattern = "HH:mm") LocalTime localTime) {

        public Step {
            anchors = List.copyOf(anchors);
        }
    }
}
