package rapport.followup.request;

/** What a person reads who is asked whether somebody may write. Not the message itself: that comes when they say yes. */
record RequestCard(String subject, String words) {

    static RequestCard of(Asking asking, String link) {
        String sender = asking.ownerName();
        String met = asking.occasion() == null ? "" : " You met: " + asking.occasion() + ".";
        String question = asking.question() == null
                ? ""
                : "\nThe question: " + asking.question().replaceAll("\\s+", " ");
        return new RequestCard(
                sender + " would like to write to you", """
                %s would like to write to you.%s

                What it is about: %s%s

                Let the message through, ask to be asked again later, decline, or block:

                %s

                Opening the page changes nothing. As long as you say nothing, the message does not come.
                """.formatted(sender, met, asking.subject(), question, link));
    }
}
