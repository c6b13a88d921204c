package org.omnihall.hall.access.network;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes controllers, their secrets sealed with the row's id. */
@Component
class ControllerRows {

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    ControllerRows(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    void insert(AccessController ac) {
        write(ac, """
                insert into access.controller (id, area_path, venue_id, name, vendor, dialect, portal_method, radius_secret,
                    portal_secret, portal_port, coa_port, nat, message_authenticator, domain_rule, redirect_map,
                    nas_identifier, volume_unit, created_at)
                values (:id, :area, :venue, :name, :vendor, :dialect, :method, :radius, :portal, :portalPort, :coaPort, :nat,
                    :authenticator, :domain, :map, :nasIdentifier, :unit, :at)
                """);
    }

    void update(AccessController ac) {
        db.sql("delete from access.controller_address where controller_id = ?")
                .param(ac.id())
                .update();
        write(ac, """
                update access.controller set area_path = :area, venue_id = :venue, name = :name, vendor = :vendor,
                    dialect = :dialect, portal_method = :method, radius_secret = :radius, portal_secret = :portal,
                    portal_port = :portalPort, coa_port = :coaPort, nat = :nat, message_authenticator = :authenticator,
                    domain_rule = :domain, redirect_map = :map, nas_identifier = :nasIdentifier, volume_unit = :unit
                where id = :id
                """);
    }

    private void write(AccessController ac, String statement) {
        db.sql(statement)
                .param("id", ac.id())
                .param("area", ac.areaPath())
                .param("venue", ac.venueId().orElse(null))
                .param("name", ac.name())
                .param("vendor", ac.vendor().name())
                .param("dialect", ac.dialect().name())
                .param("method", ac.method().name())
                .param("radius", sealed(NetworkTables.RADIUS_SECRET, ac.radiusSecret(), ac.id()))
                .param("portal", sealed(NetworkTables.PORTAL_SECRET, ac.portalSecret(), ac.id()))
                .param("portalPort", ac.portalPort())
                .param("coaPort", ac.coaPort())
                .param("nat", ac.nat())
                .param("authenticator", ac.messageAuthenticator().name())
                .param("domain", ac.domain().text())
                .param("map", ac.redirectMap().name())
                .param("nasIdentifier", ac.nasIdentifier().orElse(null))
                .param("unit", ac.volumeUnit().name())
                .param("at", Times.at(clock.instant()))
                .update();
        for (int place = 0; place < ac.sources().size(); place++) {
            db.sql("insert into access.controller_address (controller_id, place, network) values (?, ?, ?)")
                    .params(ac.id(), place, ac.sources().get(place).toString())
                    .update();
        }
    }

    /** What may be shown of a controller, as a draft would say it; never a secret. */
    static Map<String, String> shown(AccessController ac) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("name", ac.name());
        shown.put("area", ac.areaPath());
        shown.put(
                "addresses",
                String.join(" ", ac.sources().stream().map(Cidr::toString).toList()));
        shown.put("vendor", ac.vendor().name());
        shown.put("dialect", ac.dialect().name());
        shown.put("method", ac.method().name());
        shown.put("portalPort", Integer.toString(ac.portalPort()));
        shown.put("coaPort", Integer.toString(ac.coaPort()));
        shown.put("nat", Boolean.toString(ac.nat()));
        shown.put("messageAuthenticator", ac.messageAuthenticator().name());
        shown.put("domain", ac.domain().text());
        shown.put("redirectMap", ac.redirectMap().name());
        shown.put("nasIdentifier", ac.nasIdentifier().orElse(""));
        shown.put("venue", ac.venueId().map(id -> Long.toString(id)).orElse(""));
        shown.put("volumeUnit", ac.volumeUnit().name());
        return shown;
    }

    private byte[] sealed(String purpose, Octets secret, long id) {
        return vault.seal(purpose, secret, Octets.ofLong(id)).toBytes();
    }
}
