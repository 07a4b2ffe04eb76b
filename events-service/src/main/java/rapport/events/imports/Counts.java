package rapport.events.imports;

public record Counts(int create, int update, int skip, int conflict, int error) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Outcome outcome) {
        return switch (outcome) {
            case CREATE -> new Counts(create + 1, update, skip, conflict, error);
            case UPDATE -> new Counts(create, update + 1, skip, conflict, error);
            case SKIP -> new Counts(create, update, skip + 1, conflict, error);
            case CONFLICT -> new Counts(create, update, skip, conflict + 1, error);
            case ERROR -> new Counts(create, update, skip, conflict, error + 1);
        };
    }

    Counts plus(Counts other) {
        return new Counts(
                create + other.create,
                update + other.update,
                skip + other.skip,
                conflict + other.conflict,
                error + other.error);
    }

    int unusable() {
        return conflict + error;
    }
}
