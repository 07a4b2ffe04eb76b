package rapport.events.webinar;

import java.util.UUID;

/**
 * @param registrationId null when nobody was found, or the participant is to be ignored
 * @param reason what is remarkable about it; may be null
 */
record Found(Match match, UUID registrationId, String reason) {
    static final Found NOBODY = new Found(Match.UNMATCHED, null, null);
}
