package rapport.system.bench;

/** Another scheduler on the same Postgres, with as many things scheduled. */
interface Rival extends AutoCloseable {

    /** Makes so many due and waits until each is executed once and nothing is left of it. */
    double perSecond(int due) throws Exception;
}
