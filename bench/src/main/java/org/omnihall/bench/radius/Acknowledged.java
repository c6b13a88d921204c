package org.omnihall.bench.radius;

import java.util.Arrays;
import java.util.stream.LongStream;

/** What the server has promised to have stored: for each session of a run the accounting that it acknowledged (access-rules.md rule 25). */
public final class Acknowledged {

    private final String run;
    private final Traffic traffic;
    private byte[] steps = new byte[1 << 16];
    private int begun;

    Acknowledged(String run, Traffic traffic) {
        this.run = run;
        this.traffic = traffic;
    }

    /**
     * One session.
     *
     * @param acctSessionId as it was sent
     * @param events how many events of it were acknowledged
     * @param stopped whether its Stop is among them
     * @param seconds of the last acknowledged one, as are the octets
     */
    public record Told(String acctSessionId, int events, boolean stopped, long seconds, Octets octets) {}

    /** Octets by direction, as the subscriber sees them. */
    public record Octets(long up, long down) {}

    void add(Session session) {
        int at = Math.toIntExact(session.number);
        if (at >= steps.length) {
            steps = Arrays.copyOf(steps, Math.max(at + 1, steps.length * 2));
        }
        steps[at] |= (byte) session.step().bit();
        begun = Math.max(begun, at + 1);
    }

    /** The beginning of every Acct-Session-Id. */
    public String run() {
        return run;
    }

    /** Distinct events. */
    public long events() {
        return LongStream.range(0, begun)
                .map(session -> Integer.bitCount(steps[(int) session]))
                .sum();
    }

    /** Sessions are numbered from 0 to below this. */
    public int sessions() {
        return begun;
    }

    /** What is known of a session; no event where nothing was acknowledged. */
    public Told of(int session) {
        int bits = session < begun ? steps[session] : 0;
        Traffic.Step last = last(bits);
        return new Told(
                run + session,
                Integer.bitCount(bits),
                (bits & Traffic.Step.STOP.bit()) != 0,
                last.seconds(),
                new Octets(last.upOctets(), traffic.downOctets(session, last)));
    }

    private static Traffic.Step last(int bits) {
        return Arrays.stream(Traffic.Step.values())
                .filter(step -> (bits & step.bit()) != 0)
                .reduce(Traffic.Step.ACCESS, (former, later) -> later);
    }
}
