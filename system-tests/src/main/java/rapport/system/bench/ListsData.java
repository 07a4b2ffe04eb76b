package rapport.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the tables of contacts-service for the benchmark of lists, set by set. */
final class ListsData {
    private static final List<String> GIVEN = List.of(
            ("Łukasz Zoë José Anna Søren Inês Maya Ben Chen Nguyễn Müge Jürgen Małgorzata Åsa Ole Émile Hana Jiří Noor Tomás Ada Kwame Ines"
                            + " Björn Chloé Dara Eva Farid Greta Hugo Ivana Jan Karin Léa Mikko Nils Olga Paweł Rania Sofia")
                    .split(" "));
    private static final List<String> BEGINNINGS =
            List.of("Mül Kow Lind Nov Okaf Har Sán Dvo Bren Hoff Jan Kel Lar Mey Pet Ros Schu Tor Weiß Zim".split(" "));
    private static final List<String> ENDINGS =
            List.of("ler alski qvist ák or vey chez řák ner mann sen ler son er ersen si bert nado eck mer".split(" "));

    /** @param each contacts of each of the other owners */
    record Size(int many, int owners, int each) {
        static final Size FULL = new Size(100_000, 3_000, 300);
        static final Size QUICK = new Size(20_000, 800, 100);

        int contacts() {
            return many + owners * each;
        }

        private Map<String, Integer> values() {
            return Map.of("${many}", many, "${owners}", owners, "${each}", each, "${people}", many * 6 / 5);
        }
    }

    private ListsData() {}

    static void fill(Connection contacts, Size size) throws SQLException, IOException {
        try (var statement = contacts.createStatement()) {
            statement.execute("set jit = off");
            statement.execute("set work_mem = '128MB'");
            names(contacts);
            for (String sql : script().split(";\n")) {
                String filled = sql;
                for (var value : size.values().entrySet()) {
                    filled = filled.replace(value.getKey(), value.getValue().toString());
                }
                if (!filled.isBlank()) {
                    statement.execute(filled);
                }
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Every contact of the owner changes, a hundredth in each transaction. */
    static void changeAll(Connection contacts, String owner) throws SQLException {
        try (var change = contacts.prepareStatement(
                "update contact set version = version + 1 where owner = ? and abs(hashtext(id::text)) % 100 = ?")) {
            for (int part = 0; part < 100; part++) {
                change.setString(1, owner);
                change.setInt(2, part);
                change.executeUpdate();
            }
        }
        try (var statement = contacts.createStatement()) {
            statement.execute("vacuum analyze contact");
        }
    }

    private static void names(Connection contacts) throws SQLException {
        try (var statement = contacts.createStatement()) {
            statement.execute("create temporary table name (n int, display text, plain text, given text, family text)");
        }
        try (var insert = contacts.prepareStatement(
                "insert into name (n, display, plain, given, family) values (?, ?, ?, ?, ?)")) {
            int n = 0;
            for (String ending : ENDINGS) {
                for (String beginning : BEGINNINGS) {
                    for (String given : GIVEN) {
                        String family = beginning + ending;
                        insert.setInt(1, n++);
                        insert.setString(2, given + " " + family);
                        insert.setString(3, plain(given) + " " + plain(family));
                        insert.setString(4, plain(given));
                        insert.setString(5, plain(family));
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("ß", "ss");
    }

    private static String script() throws IOException {
        try (InputStream file = ListsData.class.getResourceAsStream("lists.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
