package rapport.contacts.mentoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mentor's own offer, with what only they see. */
@Schema(name = "MentorProfile")
record OwnProfileView(
        @Schema(required = true, description = "The ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true, description = "False after opting out.")
        boolean active,

        @Schema(required = true, examples = "2") int capacity,

        @Schema(required = true, description = "Places that are given away.", examples = "1")
        int taken,

        @Schema(required = true) boolean showsName,
        @Schema(required = true) boolean showsAffiliation,

        @Schema(required = true, description = "What everybody sees.")
        MentorView shown) {

    static OwnProfileView of(MentorProfile profile, MentorView shown) {
        return new OwnProfileView(
                profile.version(),
                profile.isActive(),
                profile.capacity(),
                profile.taken(),
                profile.showsName(),
                profile.showsAffiliation(),
                shown);
    }
}
