package org.omnihall.hall.access.screens;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.omnihall.hall.access.session.ClosedSession;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Addresses;

/** Closed sessions as lines of a CSV file (RFC 4180). Numbers are whole only for who may see them; times are UTC, amounts octets and seconds. */
record SessionCsv(Map<Long, String> controllers, boolean wholeNumbers) {

    /** Begins with the mark by which spreadsheets know UTF-8. */
    static final String HEAD = "\ufeffuser,mac,ip,area,venue_id,ssid,controller,acct_session_id,started_at,closed_at,"
            + "seconds,up_octets,down_octets,cause\r\n";

    String line(ClosedSession closed) {
        OpenSession session = closed.session();
        OptionalLong venue = session.place().venueId();
        return CsvLine.of(List.of(
                user(session.userName()),
                session.mac().map(Object::toString).orElse(""),
                session.ip().map(Addresses::text).orElse(""),
                session.place().areaPath(),
                venue.isPresent() ? Long.toString(venue.getAsLong()) : "",
                session.place().ssid().orElse(""),
                controllers.getOrDefault(session.controllerId(), Long.toString(session.controllerId())),
                session.acctSessionId(),
                session.startedAt().toString(),
                closed.closedAt().toString(),
                Long.toString(session.usage().time().toSeconds()),
                Long.toString(session.usage().upOctets()),
                Long.toString(session.usage().downOctets()),
                closed.cause()));
    }

    private String user(String name) {
        return wholeNumbers ? name : Msisdn.parse(name).map(Msisdn::masked).orElse(name);
    }
}
