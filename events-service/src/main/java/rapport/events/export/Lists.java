package rapport.events.export;

/** How several values go into one cell: separated by bars where a cell is text, as an array where it is JSON. */
public enum Lists {
    BARS {
        @Override
        public String aggregate(String text, String modifiers) {
            return "string_agg(%s %s)".formatted(separated(text), modifiers);
        }

        @Override
        public String distinct(String text) {
            return "string_agg(distinct %s)".formatted(separated(text));
        }

        @Override
        public String one(String text) {
            return escaped(text);
        }

        @Override
        public String array(String array) {
            return "(select string_agg(%s order by n) from unnest(%s) with ordinality as e (v, n))"
                    .formatted(separated("v"), array);
        }
    },
    JSON {
        @Override
        public String aggregate(String text, String modifiers) {
            return "json_agg(%s %s)::text".formatted(text, modifiers);
        }

        @Override
        public String distinct(String text) {
            return "array_to_json(array_remove(array_agg(distinct %s), null))::text".formatted(text);
        }

        @Override
        public String one(String text) {
            return "case when %1$s is not null then json_build_array(%1$s)::text end".formatted(text);
        }

        @Override
        public String array(String array) {
            return "to_json(%s)::text".formatted(array);
        }
    };

    /** @param modifiers the order */
    public abstract String aggregate(String text, String modifiers);

    /** Each value once, in the order of the text; nulls are left out. */
    public abstract String distinct(String text);

    /** A list with the one value, or none when it is null. */
    public abstract String one(String text);

    /** The elements of a text array. */
    public abstract String array(String array);

    /** The two arguments of {@code string_agg}. A bar within a value is escaped. */
    private static String separated(String text) {
        return escaped(text) + ", '|'";
    }

    private static String escaped(String text) {
        return "replace(replace(%s, '\\', '\\\\'), '|', '\\|')".formatted(text);
    }
}
