package rapport.followup.outcome;

/** What may be said in figures. */
final class Quality {

    /** Fewer say nothing but who did not answer. */
    static final int ENOUGH = 5;

    private Quality() {}

    /** Rounded to hundredths; null as long as there is too little to tell. */
    static Double rate(int good, int all) {
        return all < ENOUGH ? null : Math.round(100.0 * good / all) / 100.0;
    }
}
