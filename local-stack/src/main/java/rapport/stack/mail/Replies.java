package rapport.stack.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import rapport.stack.parts.Mail;

/** Answers delivered mail as its recipient would, to the address at which the platform takes answers. */
public final class Replies {
    private final Session session;

    private Replies(Session session) {
        this.session = session;
    }

    /** @param port of the platform's own SMTP listener */
    public static Replies to(int port) {
        var properties = new Properties();
        properties.put("mail.smtp.host", Mailbox.HOST);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.timeout", "20000");
        properties.put("mail.smtp.connectiontimeout", "20000");
        return new Replies(Session.getInstance(properties));
    }

    /** Where an answer to this mail reaches the platform; empty when it wants none. */
    public static Optional<String> address(Mail mail) {
        return mail.headers("Reply-To").stream()
                .flatMap(value -> addresses(value).stream())
                .filter(address -> address.startsWith("reply+"))
                .findFirst();
    }

    /** Returns when the platform has acknowledged it. */
    public void answer(Mail mail, String words) {
        String to = address(mail).orElseThrow(() -> new IllegalArgumentException("nobody takes answers to this mail"));
        try {
            var reply = new MimeMessage(session);
            reply.setFrom(new InternetAddress(mail.recipient()));
            reply.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            reply.setSubject("Re: " + mail.subject(), StandardCharsets.UTF_8.name());
            reply.setHeader("In-Reply-To", mail.messageId());
            reply.setHeader("References", mail.messageId());
            reply.setText(words, StandardCharsets.UTF_8.name());
            Transport.send(reply);
        } catch (MessagingException failure) {
            throw new IllegalStateException("the answer was not taken", failure);
        }
    }

    private static List<String> addresses(String header) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(header, false))
                    .map(InternetAddress::getAddress)
                    .toList();
        } catch (MessagingException failure) {
            return List.of();
        }
    }
}
