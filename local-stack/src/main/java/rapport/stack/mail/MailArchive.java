package rapport.stack.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rapport.stack.parts.Mail;

/** The delivered messages in their order; with a directory, as one file each, so that they survive a restart. */
final class MailArchive {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Path directory;
    private final List<Mail> mails;

    private MailArchive(Path directory, List<Mail> mails) {
        this.directory = directory;
        this.mails = new ArrayList<>(mails);
    }

    static MailArchive inMemory() {
        return new MailArchive(null, List.of());
    }

    static MailArchive in(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                return new MailArchive(
                        directory, files.sorted().map(MailArchive::read).toList());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void add(Mail mail) {
        if (directory != null) {
            write(directory.resolve("%08d.json".formatted(mails.size())), mail);
        }
        mails.add(mail);
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    synchronized void clear() {
        if (directory != null) {
            throw new IllegalStateException("a kept mailbox is not cleared");
        }
        mails.clear();
    }

    private static void write(Path file, Mail mail) {
        try {
            Files.write(file, JSON.writeValueAsBytes(mail));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Mail read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Mail.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("not a kept message: " + file, failure);
        }
    }
}
