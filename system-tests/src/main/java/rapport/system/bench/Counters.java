package rapport.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What neighbours on the machine do not move: CPU time of the processes at work, bytes of the write-ahead log, commits.
 *
 * @param serviceMicros CPU time of the service under test
 * @param postgresMicros CPU time of Postgres
 */
record Counters(long serviceMicros, long postgresMicros, long walBytes, long commits) {
    /** Clock ticks of /proc, which Linux fixes at a hundredth of a second for programs. */
    private static final long MICROS_PER_TICK = 10_000;

    static Counters now(Connection database, long postmaster, long... processes) throws SQLException {
        long service = Arrays.stream(processes).map(Counters::ticks).sum();
        long postgres = ticks(postmaster)
                + ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(backend -> ownTicks(backend.pid()))
                        .sum();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, sum(xact_commit)::bigint
                        from   pg_stat_database
                        """)) {
            row.next();
            return new Counters(service * MICROS_PER_TICK, postgres * MICROS_PER_TICK, row.getLong(1), row.getLong(2));
        }
    }

    Counters since(Counters earlier) {
        return new Counters(
                serviceMicros - earlier.serviceMicros,
                postgresMicros - earlier.postgresMicros,
                walBytes - earlier.walBytes,
                commits - earlier.commits);
    }

    String per(int operations) {
        return String.format(
                Locale.ROOT,
                "per operation: %.0f µs CPU and %.0f of Postgres, %.0f B WAL, %.3f commits",
                (double) serviceMicros / operations,
                (double) postgresMicros / operations,
                (double) walBytes / operations,
                (double) commits / operations);
    }

    /** With those of children that have ended. */
    private static long ticks(long pid) {
        long[] fields = stat(pid);
        return fields[0] + fields[1] + fields[2] + fields[3];
    }

    private static long ownTicks(long pid) {
        long[] fields = stat(pid);
        return fields[0] + fields[1];
    }

    private static long[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).toArray();
        } catch (IOException gone) {
            return new long[4];
        }
    }
}
