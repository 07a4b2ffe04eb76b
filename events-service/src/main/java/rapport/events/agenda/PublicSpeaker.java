package rapport.events.agenda;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.Links;

/** A speaker as everybody may see them: never an address. */
record PublicSpeaker(
        UUID id,
        String displayName,
        @Schema(nullable = true) String givenName,
        @Schema(nullable = true) String familyName,
        @Schema(nullable = true) String credentials,
        @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) String rorId,
        @Schema(nullable = true) String country,
        @Schema(nullable = true) String orcid,
        Links links,
        @Schema(nullable = true) String bio,
        @Schema(nullable = true) String photoUrl,
        List<String> interests) {}
