package rapport.system.bench;

import java.util.ArrayList;
import java.util.List;

/** J2: uploads of 500 scans, each of somebody whom the owner has not met before. */
final class UploadJob {
    static final int UPLOAD = 500;
    /** Per connection and round. */
    static final int UPLOADS = 5;

    private static final int CONNECTIONS = 4;
    private static final int TOTAL = CONNECTIONS * UPLOADS * UPLOAD;

    private final IngestBench bench;

    private int owners;

    UploadJob(IngestBench bench) {
        this.bench = bench;
    }

    List<Ratios> run(int rounds, WarmUp warmUp) throws Exception {
        var againstCopy = new Ratios("J2.copy", 0.35, 0.6);
        bench.out()
                .printf(
                        "%n%d scans a round in uploads of %d, %d connections, rival: COPY%n",
                        TOTAL, UPLOAD, CONNECTIONS);
        warmUp.untilSteady(() -> ours(-1));
        var copy = new CopyRival(bench.rivalDatabase());
        SampleRows sample = SampleRows.of(bench.contacts());
        for (int round = 0; round < rounds; round++) {
            double perSecond = ours(round);
            String owners = owners();
            List<CopyRival.Rows> rows = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                rows.add(CopyRival.of(bench.contacts(), owners + "-" + i, sample));
            }
            double bare = copy.perSecond(rows, TOTAL);
            bench.report(round, "copy", bare, "");
            againstCopy.add(perSecond, bare);
        }
        return List.of(againstCopy);
    }

    /** Scans of a round acknowledged per second; nothing was lost or doubled. */
    double ours(int round) throws Exception {
        owners++;
        var ours = bench.measure(bench.load("/scans/batch", owners(), CONNECTIONS), uploads(), 200, TOTAL);
        double perSecond = ours.result().perSecond(UPLOAD);
        bench.report(
                round,
                "rapport",
                perSecond,
                ours.result().latency() + "  " + ours.spent().per(TOTAL));
        return perSecond;
    }

    private String owners() {
        return "upload-" + owners;
    }

    private List<byte[]> uploads() {
        var scans = new Scans(bench.crowd());
        List<byte[]> uploads = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            uploads.add(scans.upload(bench.crowd().badgeTokens().subList(i * UPLOAD, (i + 1) * UPLOAD)));
        }
        return uploads;
    }
}
