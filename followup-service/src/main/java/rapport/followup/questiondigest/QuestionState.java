package rapport.followup.questiondigest;

/** Where a question is: that of the digest it is collected in. */
enum QuestionState {
    COLLECTING,
    SENT,
    ANSWERED
}
