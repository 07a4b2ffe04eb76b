package rapport.followup.request;

import rapport.followup.page.Words;

/** What a person reads who is asked whether somebody may write. Not the message itself: that comes when they say yes. */
record RequestCard(String subject, String words) {

    static RequestCard of(Asking asking, String link) {
        Words words = Words.of(asking.locale());
        String sender = asking.ownerName();
        String met = asking.occasion() == null ? "" : " " + words.with("mail.met", asking.occasion());
        String question = asking.question() == null
                ? ""
                : "\n" + words.with("card.question", asking.question().replaceAll("\\s+", " "));
        return new RequestCard(words.with("card.subject", sender), """
                %s%s

                %s%s

                %s

                %s

                %s
                """.formatted(
                        words.with("card.intro", sender),
                        met,
                        words.with("card.about", asking.subject()),
                        question,
                        words.get("card.choose"),
                        link,
                        words.get("card.silence")));
    }
}
