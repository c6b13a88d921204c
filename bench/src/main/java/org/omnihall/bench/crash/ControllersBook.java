package org.omnihall.bench.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Watcher;

/** What the hall acknowledged, written down by the controllers: each event once, as access rule 25 counts. */
public final class ControllersBook implements Watcher {

    /**
     * One accounting event as it travels, with the time in whole seconds.
     *
     * @param kind as the hall's books name it
     * @param up octets from the client
     */
    public record Event(String session, String kind, long second, long seconds, long up, long down) {

        static Event of(AccountingRecord record) {
            boolean counted = record.status() != Status.START;
            return new Event(
                    record.session(),
                    record.status().name(),
                    record.at().getEpochSecond(),
                    counted ? record.seconds() : 0,
                    counted ? record.inputOctets() : 0,
                    counted ? record.outputOctets() : 0);
        }
    }

    private final Set<Event> acknowledged = ConcurrentHashMap.newKeySet();

    @Override
    public void acknowledged(AccountingRecord record) {
        acknowledged.add(Event.of(record));
    }

    public Set<Event> all() {
        return Set.copyOf(acknowledged);
    }

    public Map<String, Long> byKind() {
        return all().stream().collect(Collectors.groupingBy(Event::kind, Collectors.counting()));
    }

    /** The last word on each session that is over. */
    public List<Event> stops() {
        return all().stream().filter(event -> event.kind().equals("STOP")).toList();
    }

    /** Sessions that began and have not ended, as far as they were acknowledged. */
    public Set<String> unfinished() {
        Set<String> over = stops().stream().map(Event::session).collect(Collectors.toSet());
        return all().stream()
                .map(Event::session)
                .filter(session -> !over.contains(session))
                .collect(Collectors.toSet());
    }
}
