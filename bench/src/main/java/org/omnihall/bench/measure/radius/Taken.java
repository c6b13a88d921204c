package org.omnihall.bench.measure.radius;

import java.time.Duration;
import org.omnihall.bench.radius.Report;

/**
 * A load and what it cost.
 *
 * @param server processor time of the server, without the generator's
 * @param host what the host took meanwhile
 * @param steady whether the cost of a request had come to rest before
 */
public record Taken(Report report, Duration server, Duration database, Host.Share host, boolean steady) {

    Taken steady(boolean is) {
        return new Taken(report, server, database, host, is);
    }

    /** Processor time of server and database for each answer, in microseconds. */
    double micros() {
        return report.micros(server.plus(database));
    }

    public double perSecond() {
        return report.perSecond();
    }

    public String told() {
        return report.told(server, database)
                + "; "
                + host.told()
                + (steady ? "" : "; the cost was still changing when the warm-up was over");
    }
}
