package org.omnihall.bench.ac;

import java.io.PrintStream;
import org.omnihall.radius.Packet;
import org.omnihall.radius.dictionary.Dictionary;

/** Prints every packet as a line or two, for people who want to see the protocols at work. Secrets are not shown. */
public final class Story implements Watcher {

    private final PrintStream out;
    private final Dictionary dictionary = Dictionary.bundled();

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
        out.printf("    =  acknowledged: accounting %s after %d s%n", record.status(), record.seconds());
    }

    private static String arrow(Way way) {
        return switch (way) {
            case IN -> "->";
            case OUT -> "<-";
        };
    }
}
