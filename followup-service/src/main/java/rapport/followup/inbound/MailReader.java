package rapport.followup.inbound;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mail as it came over the wire. Anything is read as far as it can be; nothing that people send makes it fail. */
final class MailReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final String[] RECIPIENT_HEADERS = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"};
    private static final int MOST_IDS = 50;

    private static final Session SESSION = Session.getInstance(lenient());

    private MailReader() {}

    /**
     * @param envelope to whom the mail server was told to deliver it
     * @param today the day of its arrival, for dates without a year
     */
    static Arrival read(byte[] mail, List<String> envelope, LocalDate today) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
            MailText text = MailText.of(message);
            String from = from(message);
            Set<String> answered = new LinkedHashSet<>();
            answered.addAll(ids(message, "In-Reply-To"));
            answered.addAll(ids(message, "References").reversed());
            Reading reading = Reports.read(message, text, answered);
            if (reading == null) {
                reading = AutoReplies.isAutomatic(message)
                        ? AutoReplies.read(message, text, today)
                        : new Reading.Reply(text.words());
            }
            return new Arrival(
                    identity(message, from, mail),
                    from,
                    text.subject(),
                    answered.stream().limit(MOST_IDS).toList(),
                    recipients(message, envelope),
                    reading);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Arrival(sha256(mail), null, "", List.of(), envelope, new Reading.Other());
        }
    }

    /** All message ids in a header, in its order. */
    static List<String> ids(MimeMessage message, String header) throws MessagingException {
        String value = message.getHeader(header, " ");
        return value == null ? List.of() : ids(value);
    }

    static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    private static String from(MimeMessage message) {
        try {
            Address[] from = message.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                    ? address.getAddress().toLowerCase(Locale.ROOT)
                    : null;
        } catch (MessagingException e) {
            return null;
        }
    }

    private static List<String> recipients(MimeMessage message, List<String> envelope) throws MessagingException {
        Set<String> recipients = new LinkedHashSet<>(envelope);
        for (String header : RECIPIENT_HEADERS) {
            String[] values = message.getHeader(header);
            for (String value : values == null ? new String[0] : values) {
                try {
                    for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                        recipients.add(address.getAddress());
                    }
                } catch (MessagingException e) {
                    // An address line that is none names nobody.
                    continue;
                }
            }
        }
        return List.copyOf(recipients);
    }

    /** Copies of a mail come on several ways and with different traces of these; the id that its author gave it stays. */
    private static byte[] identity(MimeMessage message, String from, byte[] mail) throws MessagingException {
        String id = message.getMessageID();
        return id == null || id.isBlank()
                ? sha256(mail)
                : sha256((id.strip() + '\n' + from).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Properties lenient() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        return properties;
    }
}
