package org.omnihall.hall.access.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.channel.OpeningHours;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single accounts. */
@Component
class AccountTable {

    private static final String FIND = """
            select a.*, p.name profile_name, p.up_bits_per_second, p.down_bits_per_second, p.session_seconds, p.idle_seconds,
                p.devices, p.policy, p.day_seconds, p.day_octets, p.month_seconds, p.month_octets, p.hours, p.reached,
                p.slow_up_bits_per_second, p.slow_down_bits_per_second
            from access.network_account a join access.access_profile p on p.id = a.profile_id
            """;

    private final JdbcClient db;

    AccountTable(JdbcClient db) {
        this.db = db;
    }

    Optional<NetworkAccount> find(String name) {
        return db.sql(FIND + "where a.name = ?")
                .param(name)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Those of the names that there are. */
    List<NetworkAccount> find(Collection<String> names) {
        return db.sql(FIND + "where a.name = any(?::text[])")
                .param(names.toArray(String[]::new))
                .query((row, number) -> account(row))
                .list();
    }

    Optional<NetworkAccount> find(long id) {
        return db.sql(FIND + "where a.id = ?")
                .param(id)
                .query((row, number) -> account(row))
                .optional();
    }

    /** The profiles' ids by those of the accounts. */
    Map<Long, Long> profilesOf(Collection<Long> ids) {
        Map<Long, Long> profiles = new HashMap<>();
        db.sql("select id, profile_id from access.network_account where id = any(?::bigint[])")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    profiles.put(row.getLong(1), row.getLong(2));
                });
        return profiles;
    }

    private static NetworkAccount account(ResultSet row) throws SQLException {
        return new NetworkAccount(
                row.getLong("id"),
                row.getString("name"),
                row.getString("area_path"),
                methods(row),
                profile(row, "profile_id", "profile_name"),
                Times.maybeIn(row, "valid_until"),
                NetworkAccount.Standing.valueOf(row.getString("standing")),
                NetworkAccount.SecretForm.valueOf(row.getString("secret_form")),
                Octets.of(row.getBytes("secret")));
    }

    static Set<Method> methods(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("methods").getArray())
                .map(Method::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static AccessProfile profile(ResultSet row, String id, String name) throws SQLException {
        return new AccessProfile(
                row.getLong(id),
                row.getString(name),
                row.getLong("up_bits_per_second"),
                row.getLong("down_bits_per_second"),
                Duration.ofSeconds(row.getLong("session_seconds")),
                Duration.ofSeconds(row.getLong("idle_seconds")),
                row.getInt("devices"),
                DevicePolicy.valueOf(row.getString("policy")),
                quota(row));
    }

    /** What a later version wrote and this one cannot read bounds nothing: the rest of the network has to be known. */
    private static Quota quota(ResultSet row) throws SQLException {
        boolean slows = row.getString("reached").equals(Quota.Reached.Word.SLOWS.name());
        return new Quota(
                amount(row, "day"),
                amount(row, "month"),
                OpeningHours.parse(row.getString("hours")).orElse(OpeningHours.ALWAYS),
                slows
                        ? new Quota.Reached.Slows(
                                row.getLong("slow_up_bits_per_second"), row.getLong("slow_down_bits_per_second"))
                        : new Quota.Reached.Ends());
    }

    private static Quota.Amount amount(ResultSet row, String period) throws SQLException {
        return new Quota.Amount(Duration.ofSeconds(row.getLong(period + "_seconds")), row.getLong(period + "_octets"));
    }
}
