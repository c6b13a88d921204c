package org.omnihall.bench.ac;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.omnihall.radius.Packet;
import org.omnihall.radius.dictionary.Dictionary;

/** Prints every packet, for people who want to see the protocols at work, and keeps what was acknowledged. Secrets are not shown. */
public final class Story implements Watcher {

    private final PrintStream out;
    private final Dictionary dictionary = Dictionary.bundled();
    private final List<AccountingRecord> acknowledged = new CopyOnWriteArrayList<>();

    public Story(PrintStream out) {
        this.out = out;
    }

    @Override
    public void portal(Way way, org.omnihall.portal.Packet packet) {
        out.printf(
                "    %s Portal  %-16s serial %5d  reqid %5d  err %d%n",
                arrow(way), packet.type(), packet.serial(), packet.requestId(), packet.errCode());
    }

    @Override
    public void radius(Way way, Packet packet) {
        out.printf("    %s RADIUS  %s%n", arrow(way), packet.code());
        dictionary.describe(packet).stream().skip(1).forEach(line -> out.println("                " + line.strip()));
    }

    @Override
    public void acknowledged(AccountingRecord record) {
        acknowledged.add(record);
        out.printf("    =  acknowledged: accounting %s after %d s%n", record.status(), record.seconds());
    }

    /** How many records of a kind the server has acknowledged. */
    public long acknowledged(AccountingRecord.Status status) {
        return acknowledged.stream().filter(record -> record.status() == status).count();
    }

    private static String arrow(Way way) {
        return switch (way) {
            case IN -> "->";
            case OUT -> "<-";
        };
    }
}
