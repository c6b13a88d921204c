package org.omnihall.hall.access.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a {@link NetworkMap} holds. */
@Component
class NetworkTables {

    static final String RADIUS_SECRET = "controller-radius-secret";
    static final String PORTAL_SECRET = "controller-portal-secret";

    private final JdbcClient db;
    private final Vault vault;

    NetworkTables(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    long version() {
        return db.sql("select version from access.network_version")
                .query(Long.class)
                .single();
    }

    /** Everything as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public NetworkMap read() {
        return new NetworkMap(controllers(), venues(), ssids(), figures());
    }

    Optional<Places.ApRow> accessPoint(MacAddress mac) {
        return db.sql("select id, venue_id, area_path from access.access_point where mac = ?")
                .param(mac.toString())
                .query((row, number) -> new Places.ApRow(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    List<AccessController> controllers() {
        Map<Long, List<Cidr>> sources = sources();
        Map<String, RedirectMap> maps = redirectMaps();
        return db.sql("select * from access.controller order by id")
                .query((row, number) -> controller(row, sources, maps))
                .list();
    }

    private AccessController controller(ResultSet row, Map<Long, List<Cidr>> sources, Map<String, RedirectMap> maps)
            throws SQLException {
        long id = row.getLong("id");
        List<Cidr> networks = sources.getOrDefault(id, List.of());
        Octets context = Octets.ofLong(id);
        long venue = row.getLong("venue_id");
        return new AccessController(
                id,
                row.getString("name"),
                row.getString("area_path"),
                Vendor.valueOf(row.getString("vendor")),
                Dialect.valueOf(row.getString("dialect")),
                PortalMethod.valueOf(row.getString("portal_method")),
                vault.open(RADIUS_SECRET, Octets.of(row.getBytes("radius_secret")), context),
                vault.open(PORTAL_SECRET, Octets.of(row.getBytes("portal_secret")), context),
                networks,
                networks.getFirst().network(),
                row.getInt("portal_port"),
                row.getInt("coa_port"),
                row.getBoolean("nat"),
                MessageAuthenticator.valueOf(row.getString("message_authenticator")),
                DomainRule.parse(row.getString("domain_rule")).orElseThrow(),
                maps.getOrDefault(row.getString("redirect_map"), RedirectMap.EMPTY),
                Optional.ofNullable(row.getString("nas_identifier")),
                venue == 0 ? Optional.empty() : Optional.of(venue),
                VolumeUnit.valueOf(row.getString("volume_unit")));
    }

    private Map<Long, List<Cidr>> sources() {
        Map<Long, List<Cidr>> sources = new HashMap<>();
        db.sql("select controller_id, network from access.controller_address order by controller_id, place")
                .query((row, number) -> sources.computeIfAbsent(row.getLong(1), key -> new java.util.ArrayList<>())
                        .add(Cidr.parse(row.getString(2)).orElseThrow()))
                .list();
        return sources;
    }

    Map<String, RedirectMap> redirectMaps() {
        Map<String, Map<String, RedirectMap.Meaning>> parameters = new HashMap<>();
        db.sql("select name from access.redirect_map")
                .query(String.class)
                .list()
                .forEach(name -> parameters.put(name, new HashMap<>()));
        db.sql("select map_name, parameter, meaning from access.redirect_parameter")
                .query((row, number) -> parameters
                        .computeIfAbsent(row.getString(1), key -> new HashMap<>())
                        .put(row.getString(2), RedirectMap.Meaning.valueOf(row.getString(3))))
                .list();
        Map<String, RedirectMap> maps = new HashMap<>();
        parameters.forEach((name, meanings) -> maps.put(name, new RedirectMap(name, meanings)));
        return maps;
    }

    private List<NetworkMap.VenueRow> venues() {
        return db.sql("select id, area_path, name from access.venue")
                .query((row, number) -> new NetworkMap.VenueRow(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private NetworkMap.Ssids ssids() {
        List<NetworkMap.SsidRow> names = db.sql("select id, area_path, name, ssid_group, profile_id from access.ssid")
                .query((row, number) -> new NetworkMap.SsidRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)))
                .list();
        List<NetworkMap.SsidAtVenueRow> atVenues = db.sql(
                        "select id, ssid_id, venue_id, profile_id from access.ssid_at_venue")
                .query((row, number) -> new NetworkMap.SsidAtVenueRow(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, Long.class))))
                .list();
        List<AccessProfile> profiles = db.sql("select * from access.access_profile order by id")
                .query((row, number) -> AccountTable.profile(row, "id", "name"))
                .list();
        return new NetworkMap.Ssids(names, atVenues, profiles);
    }

    /** A figure that this version does not know, or whose value is out of today's bounds, is as not set. */
    private Map<Scope, Map<Figure, FigureValue>> figures() {
        Map<Scope, Map<Figure, FigureValue>> figures = new HashMap<>();
        db.sql("select scope_kind, scope_key, name, value from access.figure")
                .query((row, number) -> {
                    Scope scope = new Scope(Scope.Kind.valueOf(row.getString(1)), row.getString(2));
                    String value = row.getString(4);
                    return Figure.of(row.getString(3))
                            .flatMap(figure -> figure.shape()
                                    .read(value)
                                    .map(read -> figures.computeIfAbsent(scope, s -> new EnumMap<>(Figure.class))
                                            .put(figure, read)));
                })
                .list();
        return figures;
    }
}
