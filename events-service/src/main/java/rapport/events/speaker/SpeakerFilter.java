package rapport.events.speaker;

/**
 * Which speakers a list shows; what is null does not matter.
 *
 * @param externalId the organizer's own key, also one of before a merge
 * @param text part of the name or the affiliation, in any case
 */
record SpeakerFilter(String externalId, String text) {

    boolean isEmpty() {
        return externalId == null && text == null;
    }
}
