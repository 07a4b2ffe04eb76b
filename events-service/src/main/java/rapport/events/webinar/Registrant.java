package rapport.events.webinar;

import java.util.List;
import java.util.UUID;

/**
 * A registration of the event, as far as a participant can be recognised by it.
 *
 * @param names as they are displayed, and as given and family name
 * @param aliases other addresses of the person
 */
record Registrant(UUID id, String externalId, String email, List<String> aliases, String orcid, List<String> names) {}
