package rapport.events.badgesheet;

/**
 * What stands on a badge.
 *
 * @param affiliation null when there is none
 * @param careerStage for people; null when there is none
 * @param token what the code says
 */
record Face(String name, String affiliation, String careerStage, String event, String token) {}
