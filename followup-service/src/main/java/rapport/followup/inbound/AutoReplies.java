package rapport.followup.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a program answers from what a human does (RFC 3834, and what programs did before it). */
final class AutoReplies {

    private static final List<String> MARKS = List.of(
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply-From",
            "X-Mail-Autoreply",
            "X-AutoReply-From");

    private static final Set<String> PRECEDENCES = Set.of("auto_reply", "auto-reply", "bulk", "junk");

    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|automatische antwort|out of (?:the )?office|abwesend"
                    + "|abwesenheit\\w*|réponse automatique|respuesta automática|risposta automatica|resposta automática)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private AutoReplies() {}

    static boolean isAutomatic(MimeMessage message) throws MessagingException {
        String submitted = first(message, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return true;
        }
        if (PRECEDENCES.contains(first(message, "Precedence"))
                || first(message, "Return-Path").equals("<>")) {
            return true;
        }
        for (String mark : MARKS) {
            if (message.getHeader(mark) != null) {
                return true;
            }
        }
        String subject = message.getSubject();
        return subject != null && SUBJECT.matcher(subject.strip()).matches();
    }

    /** A list's mail is a program's, but nobody's answer. */
    static Reading read(MimeMessage message, MailText text, LocalDate today) throws MessagingException {
        return message.getHeader("List-Id") != null
                ? new Reading.Other()
                : new Reading.AutoReply(ReturnDate.in(text.subject() + "\n" + text.words(), today)
                        .orElse(null));
    }

    private static String first(MimeMessage message, String header) throws MessagingException {
        String[] values = message.getHeader(header);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
