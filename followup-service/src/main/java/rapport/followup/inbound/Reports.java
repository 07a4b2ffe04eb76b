package rapport.followup.inbound;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.followup.inbound.Reading.Fate;

/**
 * Reads what servers report: delivery status (RFC 3464), complaints (RFC 5965), and the two old forms without structure that are
 * still sent, those of qmail and of Exim.
 */
final class Reports {

    private static final Pattern QMAIL = Pattern.compile("(?s)^Hi\\. This is the qmail-send program at .*");
    private static final Pattern EXIM =
            Pattern.compile("(?s)^This message was created automatically by mail delivery software.*");
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");
    private static final Pattern REPLY_CODE = Pattern.compile("(?m)(?:^|[\\s:])([45])\\d\\d[\\s-]");
    private static final Pattern QUOTED_ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{1,250}>)");

    private Reports() {}

    /**
     * @param answered gets the ids of the messages that the report is about
     * @return null when it is no report
     */
    static Reading read(MimeMessage message, MailText text, Set<String> answered)
            throws MessagingException, IOException {
        if (message.isMimeType("multipart/report") && message.getContent() instanceof Multipart parts) {
            answered.addAll(quoted(parts));
            Part status = part(parts, "message/delivery-status");
            if (status != null) {
                return ofStatus(groups(status));
            }
            Part feedback = part(parts, "message/feedback-report");
            return feedback != null && isComplaint(groups(feedback)) ? new Reading.Complaint() : new Reading.Other();
        }
        boolean old = QMAIL.matcher(text.words()).matches()
                || EXIM.matcher(text.words()).matches()
                || message.getHeader("X-Failed-Recipients") != null;
        return old ? ofWords(text.words(), answered) : null;
    }

    /** The worst that happened to any recipient; a message of ours has one. */
    private static Reading ofStatus(List<InternetHeaders> groups) {
        Fate worst = null;
        for (InternetHeaders group : groups) {
            String action = value(group, "Action");
            if (action.equals("failed")) {
                worst = isPermanent(group) ? Fate.BOUNCED : worst == Fate.BOUNCED ? worst : Fate.FAILED;
            } else if (action.equals("delayed") && worst == null) {
                worst = Fate.DELAYED;
            }
        }
        return worst == null ? new Reading.Other() : new Reading.Report(worst);
    }

    /** The status decides; some systems write 5.0.0 for everything, then the server's own words know better. */
    private static boolean isPermanent(InternetHeaders group) {
        Matcher status = STATUS.matcher(value(group, "Status"));
        String said = value(group, "Diagnostic-Code");
        Matcher enhanced = STATUS.matcher(said);
        Matcher code = REPLY_CODE.matcher(said);
        if (status.find() && !status.group().endsWith(".0.0")) {
            return status.group(1).equals("5");
        }
        if (enhanced.find()) {
            return enhanced.group(1).equals("5");
        }
        if (code.find()) {
            return code.group(1).equals("5");
        }
        return value(group, "Status").startsWith("5");
    }

    private static Reading ofWords(String words, Set<String> answered) {
        Matcher id = QUOTED_ID.matcher(words);
        while (id.find()) {
            answered.add(id.group(1));
        }
        if (words.contains("has not been delivered yet")
                || words.contains("THIS IS A WARNING MESSAGE ONLY")
                || words.contains("Warning: message") && words.contains("delayed")) {
            return new Reading.Report(Fate.DELAYED);
        }
        Matcher status = STATUS.matcher(words);
        if (status.find() && !status.group(1).equals("2")) {
            return new Reading.Report(status.group(1).equals("5") ? Fate.BOUNCED : Fate.FAILED);
        }
        Matcher code = REPLY_CODE.matcher(words);
        boolean temporary = code.find() && code.group(1).equals("4");
        boolean givenUp = words.contains("queue too long") || words.contains("retry timeout exceeded");
        return new Reading.Report(temporary || givenUp ? Fate.FAILED : Fate.BOUNCED);
    }

    private static boolean isComplaint(List<InternetHeaders> groups) {
        return groups.stream()
                .map(group -> value(group, "Feedback-Type"))
                .anyMatch(type -> !type.isEmpty() && !type.equals("not-spam"));
    }

    private static List<String> quoted(Multipart parts) throws MessagingException, IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            boolean original = part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/rfc822-headers")
                    || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers");
            if (original) {
                Matcher id = QUOTED_ID.matcher(MailText.text(part));
                if (id.find()) {
                    ids.add(id.group(1));
                }
            }
        }
        return ids;
    }

    private static Part part(Multipart parts, String type) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(type)
                    || type.equals("message/delivery-status")
                            && parts.getBodyPart(i).isMimeType("message/global-delivery-status")) {
                return parts.getBodyPart(i);
            }
        }
        return null;
    }

    /** Fields come in groups with blank lines between: first of the message, then of each recipient. */
    private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        for (String group : MailText.text(part).replace("\r\n", "\n").split("\n{2,}")) {
            byte[] fields = (group.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            groups.add(new InternetHeaders(new ByteArrayInputStream(fields)));
        }
        return groups;
    }

    private static String value(InternetHeaders group, String field) {
        String value = group.getHeader(field, " ");
        return value == null ? "" : value.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
