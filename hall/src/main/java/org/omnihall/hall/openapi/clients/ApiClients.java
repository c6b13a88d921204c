package org.omnihall.hall.openapi.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.audit.Actors;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of clients. A token has 256 bits, is told once, and is known here by its SHA-256 only. */
@Component
public class ApiClients implements Actors {

    private static final int TOKEN = 32;
    private static final String PREFIX = "oh_";
    private static final String COLUMNS = "select id, name, rights, area_path, channel, enabled from openapi.client ";

    private final JdbcClient db;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    ApiClients(JdbcClient db, Vault vault, AuditTrail audit, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** A client as the console lists it. */
    public record Entry(long id, ApiClient client, boolean enabled) {}

    /**
     * Adds a client and gives its token; nothing where the name is taken.
     *
     * @param client its name is lower-case letters, digits and dashes
     */
    @Transactional
    public Optional<String> add(ApiClient client, String actor) {
        String token = token();
        int added = db.sql("""
                        insert into openapi.client (name, token_hash, rights, area_path, channel, made_at, by_actor)
                        values (:name, :hash, :rights, :area, :channel, :now, :actor) on conflict (name) do nothing""")
                .param("name", client.name())
                .param("hash", hash(token))
                .param(
                        "rights",
                        client.rights().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("area", client.areaPath())
                .param("channel", client.channel().orElse(null))
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        audit.record(actor, "interface.client.add", "client:" + client.name(), words(client));
        return Optional.of(token);
    }

    /** A new token; the old one ends at once on this node, within two seconds on every other. */
    @Transactional
    public Optional<String> renew(long id, String actor) {
        String token = token();
        return changed(id, "token_hash = :value", hash(token), "interface.client.renew", actor)
                ? Optional.of(token)
                : Optional.empty();
    }

    @Transactional
    public boolean enable(long id, boolean enabled, String actor) {
        return changed(
                id,
                "enabled = :value",
                enabled,
                enabled ? "interface.client.enable" : "interface.client.disable",
                actor);
    }

    public List<Entry> all() {
        return db.sql(COLUMNS + "order by name").query(ApiClients::read).list();
    }

    Optional<ApiClient> byToken(String token) {
        return db.sql(COLUMNS + "where token_hash = ? and enabled")
                .param(hash(token))
                .query(ApiClients::read)
                .optional()
                .map(Entry::client);
    }

    @Override
    public List<String> within(String areaPath) {
        return db.sql("select 'api:' || name from openapi.client where starts_with(area_path, ?)")
                .param(areaPath)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private boolean changed(long id, String what, Object value, String act, String actor) {
        Optional<String> name = db.sql("update openapi.client set " + what + " where id = :id returning name")
                .param("value", value)
                .param("id", id)
                .query(String.class)
                .optional();
        name.ifPresent(known -> audit.record(actor, act, "client:" + known, ""));
        return name.isPresent();
    }

    private String token() {
        return PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(vault.random(TOKEN).toBytes());
    }

    private static String words(ApiClient client) {
        String rights = client.rights().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        return client.areaPath() + client.channel().map(code -> " as " + code).orElse("") + ": " + rights;
    }

    private static byte[] hash(String token) {
        return Octets.ofText(token).sha256().toBytes();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        String[] names = (String[]) row.getArray("rights").getArray();
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(right -> Arrays.asList(names).contains(right.name()))
                .forEach(rights::add);
        ApiClient client = new ApiClient(
                row.getString("name"),
                rights,
                row.getString("area_path"),
                Optional.ofNullable(row.getString("channel")));
        return new Entry(row.getLong("id"), client, row.getBoolean("enabled"));
    }
}
