package org.omnihall.bench.sim;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.wire.Toll;
import org.omnihall.portal.Type;
import org.omnihall.radius.Code;

/** What is printed while phones come and go, and at the end. */
record Summary(Tally tally, Optional<Toll> wires, PrintStream out) {

    void progress(Duration since, int underWay, int online) {
        out.printf(
                "%4d s  %d good, %d failed, %d on their way, %d online%n",
                since.toSeconds(), tally.good(), tally.failures(), underWay, online);
    }

    void end() {
        out.printf("%nJourneys    %d good, %d failed, %d not tried%n", tally.good(), tally.failures(), tally.untried());
        tally.failed()
                .forEach((reason, times) ->
                        out.printf("  failed    %d %s, such as: %s%n", times, reason, tally.example(reason)));
        latency("  first     ", tally.first());
        latency("  return    ", tally.again());
        out.printf(
                "RADIUS      %d accepts, %d rejects%n",
                tally.answers(Code.ACCESS_ACCEPT), tally.answers(Code.ACCESS_REJECT));
        out.printf(
                "Portal      %d challenges, %d logins, %d affirmations, %d logouts asked for%n",
                tally.portal(Type.REQ_CHALLENGE),
                tally.portal(Type.REQ_AUTH),
                tally.portal(Type.AFF_ACK_AUTH),
                tally.portal(Type.REQ_LOGOUT));
        out.printf(
                "Accounting  %d starts, %d interims, %d stops told; %d not acknowledged%n",
                tally.told(Status.START), tally.told(Status.INTERIM), tally.told(Status.STOP), tally.unacknowledged());
        wires.ifPresent(toll -> out.printf("Wires       %s%n", toll));
    }

    private void latency(String name, List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            out.printf(
                    "%s%d; half within %.2f s, 90 of 100 within %.2f s, 99 of 100 within %.2f s%n",
                    name, sorted.size(), at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99));
        }
    }

    /** Seconds within which such a share was done. */
    static double at(List<Duration> sorted, double share) {
        int place = (int) Math.ceil(sorted.size() * share) - 1;
        return sorted.get(Math.max(0, place)).toMillis() / 1000.0;
    }
}
