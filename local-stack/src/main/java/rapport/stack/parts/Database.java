package rapport.stack.parts;

/** An empty database and its owner. */
public record Database(String jdbcUrl, String username, String password) {}
