package rapport.followup.mail;

/** A message that cannot be written as mail, for example because its address is not one. Trying again would not help. */
public final class UnsendableMail extends RuntimeException {

    UnsendableMail(Exception cause) {
        // The library's words may quote the address: they stay out of logs and answers.
        super("not writable as mail: " + cause.getClass().getSimpleName());
    }
}
