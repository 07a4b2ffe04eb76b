package rapport.followup.preparation;

/**
 * A message in its circumstances.
 *
 * @param first whether it is the first one of this owner to this contact
 * @param toSpeakerOrMentor whether the recipient is asked for their time as a speaker or a mentor
 * @param inSession whether it names the session or encounter it is about
 * @param sameBodyElsewhere how many other recipients this owner wrote exactly the same to
 */
public record Letter(
        Preparation preparation,
        String subject,
        String body,
        boolean first,
        boolean toSpeakerOrMentor,
        boolean inSession,
        int sameBodyElsewhere) {}
