package rapport.events.programme;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a schedule file says.
 *
 * @param people the name of each person by the person's key, in the order of their first appearance
 * @param bios what the file tells about those persons of whom it tells something
 */
record Programme(List<Talk> talks, Map<String, String> people, Map<String, String> bios) {

    /**
     * A session of the file. Blank texts are null.
     *
     * @param resources web addresses of the links and attachments
     * @param fault why it cannot be used; null when it can
     */
    record Talk(
            int row,
            String key,
            String title,
            String abstractText,
            String track,
            String room,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String type,
            String language,
            List<String> resources,
            List<String> people,
            Said said,
            String fault) {}
}
