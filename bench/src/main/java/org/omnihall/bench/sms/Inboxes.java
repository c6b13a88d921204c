package org.omnihall.bench.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.omnihall.octets.Octets;

/** What the simulated phones have received: the last messages of each, long ones put together. */
final class Inboxes {

    private static final int KEPT_PER_PHONE = 50;
    private static final int PHONES = 200_000;

    private final SequencedMap<String, List<ReceivedSms>> messages = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Submission>> pieces = new HashMap<>();
    private final List<Consumer<ReceivedSms>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<ReceivedSms> listener) {
        listeners.add(listener);
    }

    synchronized List<ReceivedSms> of(String msisdn) {
        return List.copyOf(messages.getOrDefault(msisdn, List.of()));
    }

    /** The message with this number in the order of arrival, counted from 0, as soon as it is there. */
    synchronized Optional<ReceivedSms> await(String msisdn, int number, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (of(msisdn).size() <= number) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return Optional.of(of(msisdn).get(number));
    }

    void deliver(Submission submission, Instant now) {
        whole(submission, now).ifPresent(sms -> {
            keep(sms);
            listeners.forEach(listener -> listener.accept(sms));
        });
    }

    private synchronized void keep(ReceivedSms sms) {
        List<ReceivedSms> box = messages.computeIfAbsent(sms.msisdn(), none -> new ArrayList<>());
        box.add(sms);
        if (box.size() > KEPT_PER_PHONE) {
            box.removeFirst();
        }
        if (messages.size() > PHONES) {
            messages.pollFirstEntry();
        }
        notifyAll();
    }

    private synchronized Optional<ReceivedSms> whole(Submission piece, Instant now) {
        Optional<Octets> place = piece.concatenation();
        if (place.isEmpty()) {
            return Optional.of(sms(piece, piece.characters(), 1, now));
        }
        String key = piece.msisdn() + "/" + piece.from() + "/" + place.get().at(0);
        Map<Integer, Submission> known = pieces.computeIfAbsent(key, none -> new TreeMap<>());
        known.put(place.get().at(2), piece);
        if (known.size() < place.get().at(1)) {
            return Optional.empty();
        }
        pieces.remove(key);
        StringBuilder text = new StringBuilder();
        known.values().forEach(part -> text.append(part.characters()));
        return Optional.of(sms(piece, text.toString(), known.size(), now));
    }

    private static ReceivedSms sms(Submission piece, String text, int parts, Instant now) {
        return new ReceivedSms(piece.msisdn(), piece.from(), text, piece.validity(), parts, now);
    }
}
