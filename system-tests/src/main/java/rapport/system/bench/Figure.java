package rapport.system.bench;

/** One line of a benchmark's table. */
interface Figure {
    int rounds();

    /** For people, with the verdict. */
    String row();

    /** A member of the object {@code ratios} in the file. */
    String json();
}
