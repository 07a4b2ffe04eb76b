package rapport.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The tables and indexes of contacts-service, for a rival that is to write the same rows. */
final class Schema {
    private Schema() {}

    static void create(Path home, Connection empty) throws IOException, SQLException {
        for (String folder :
                List.of("service-kit/src/main/resources/db/kit", "contacts-service/src/main/resources/db/migration")) {
            try (var files = Files.list(home.resolve(folder))) {
                for (Path migration : files.sorted(Comparator.comparingDouble(Schema::version))
                        .toList()) {
                    try (var statement = empty.createStatement()) {
                        statement.execute(Files.readString(migration));
                    }
                }
            }
        }
    }

    /** V2 comes before V10, which the order of names does not know. */
    private static double version(Path migration) {
        String name = migration.getFileName().toString();
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }
}
