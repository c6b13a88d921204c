package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnihall.hall.access.limit.Admissions.Answer;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers those for whom the sessions of their owners have to be read first, many by one statement. One thread asks. */
@Component
class PlaceBook {

    private final JdbcClient db;
    private final PlaceView view;

    PlaceBook(JdbcClient db, PlaceView view) {
        this.db = db;
        this.view = view;
    }

    /** One device more, as of a moment. */
    record Asking(Admission admission, Instant at) {}

    /** An open session's place, and the admission that it began with. */
    record Open(Taken taken, Optional<UUID> journey) {}

    /** The answers in the order of those who ask; that a session is to end is durable when this returns. */
    List<Answer> enter(List<Asking> group) {
        List<Owner> owners = group.stream()
                .map(asking -> asking.admission().owner())
                .distinct()
                .toList();
        Instant at =
                group.stream().map(Asking::at).max(Comparator.naturalOrder()).orElseThrow();
        view.read(owners);
        try {
            Map<Owner, List<Open>> open = open(owners);
            owners.forEach(owner -> view.read(owner, open.getOrDefault(owner, List.of()), at));
        } finally {
            view.readNoMore(owners);
        }
        List<Answer> answers = group.stream()
                .map(asking -> view.answerNow(asking.admission(), asking.at()))
                .toList();
        release(
                answers.stream()
                        .flatMap(
                                answer -> answer instanceof Answer.Held held ? held.release().stream() : Stream.empty())
                        .toList(),
                at);
        return answers;
    }

    private Map<Owner, List<Open>> open(List<Owner> owners) {
        Map<Owner, List<Open>> open = new HashMap<>();
        db.sql("select owner, id, journey, controller_id, mac, started_at from access.open_session"
                        + " where owner = any(?::text[]) and releasing_at is null")
                .param(owners.stream().map(Owner::toString).toArray(String[]::new))
                .query(row -> {
                    Optional<MacAddress> mac = Optional.ofNullable(row.getObject("mac", Long.class))
                            .map(MacAddress::new);
                    Taken taken = new Taken(
                            new DeviceLimit.Place(
                                    row.getObject("id", UUID.class), true, mac, Times.in(row, "started_at")),
                            row.getLong("controller_id"),
                            Optional.empty());
                    Open one = new Open(taken, Optional.ofNullable(row.getObject("journey", UUID.class)));
                    Owner.parse(row.getString("owner"))
                            .ifPresent(owner -> open.computeIfAbsent(owner, none -> new ArrayList<>())
                                    .add(one));
                });
        return open;
    }

    private void release(List<UUID> sessions, Instant at) {
        if (!sessions.isEmpty()) {
            db.sql("update access.open_session set releasing_at = ? where id = any(?::text[]::uuid[])")
                    .params(
                            Times.at(at),
                            sessions.stream().map(UUID::toString).sorted().toArray(String[]::new))
                    .update();
        }
    }
}
