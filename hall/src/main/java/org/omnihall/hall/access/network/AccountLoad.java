package org.omnihall.hall.access.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccountForm.Wanted;
import org.omnihall.hall.access.network.NetworkAccount.SecretForm;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes many accounts at once: a batch is copied into a staging table and merged by one statement.
 *
 * <p>A secret is sealed with its row's id, so ids are known before rows are written: those of known names are read, new ones are drawn. A
 * name that another transaction adds in between keeps its own id; such a row is not merged, since its secret would not open there.
 */
@Component
class AccountLoad {

    private static final String STAGING = """
            create temporary table if not exists account_staging (id bigint, area_path text, name text, methods text[],
                secret_form text, secret bytea, profile_id bigint, valid_until timestamptz, standing text) on commit delete rows
            """;
    private static final String MERGE = """
            insert into access.network_account as known (id, area_path, name, methods, secret_form, secret, profile_id,
                valid_until, standing, changed_at)
            select id, area_path, name, methods, secret_form, secret, profile_id, valid_until, standing, ?
            from account_staging
            on conflict (name) do update set area_path = excluded.area_path, methods = excluded.methods,
                secret_form = excluded.secret_form, secret = excluded.secret, profile_id = excluded.profile_id,
                valid_until = excluded.valid_until, standing = excluded.standing, changed_at = excluded.changed_at
            where known.id = excluded.id
            """;

    private final JdbcTemplate db;
    private final AccountView view;
    private final AccountSecrets secrets;

    AccountLoad(JdbcTemplate db, AccountView view, Vault vault) {
        this.db = db;
        this.view = view;
        this.secrets = new AccountSecrets(vault);
    }

    /**
     * Adds the accounts, or changes those of the same name; of two with one name the later counts. Each must bring a password.
     *
     * @return how many were written
     */
    @Transactional
    public int load(List<Wanted> batch, Instant at) {
        Map<String, Wanted> byName = new LinkedHashMap<>();
        batch.forEach(wanted -> byName.put(wanted.name(), wanted));
        Map<String, Long> ids = ids(List.copyOf(byName.keySet()));
        StringBuilder rows = new StringBuilder(byName.size() * 256);
        byName.forEach((name, wanted) -> write(rows, ids.getOrDefault(name, 0L), wanted));
        db.execute(STAGING);
        db.execute("truncate account_staging");
        db.execute((ConnectionCallback<Long>) connection -> copy(connection, rows.toString()));
        view.changed(List.copyOf(byName.keySet()));
        return db.update(MERGE, Times.at(at));
    }

    private Map<String, Long> ids(List<String> names) {
        Map<String, Long> ids = new HashMap<>();
        db.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select n.name, coalesce(a.id, nextval('access.network_account_id'))"
                                    + " from unnest(?) as n(name) left join access.network_account a on a.name = n.name collate \"C\"");
                    statement.setArray(1, connection.createArrayOf("text", names.toArray()));
                    return statement;
                },
                (ResultSet row) -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }

    private void write(StringBuilder rows, long id, Wanted wanted) {
        SecretForm form = SecretForm.forMethods(wanted.methods());
        Octets sealed = secrets.seal(id, form, Octets.ofText(wanted.password()));
        rows.append(id).append('\t');
        escape(rows, wanted.areaPath()).append('\t');
        escape(rows, wanted.name()).append('\t');
        rows.append(wanted.methods().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")))
                .append('\t')
                .append(form)
                .append("\t\\\\x")
                .append(sealed.toHex())
                .append('\t')
                .append(wanted.profileId())
                .append('\t')
                .append(wanted.validUntil().map(Instant::toString).orElse("\\N"))
                .append('\t')
                .append(wanted.standing())
                .append('\n');
    }

    /** The text format of COPY: names hold no control characters, so only the backslash needs care. */
    private static StringBuilder escape(StringBuilder rows, String text) {
        return rows.append(text.replace("\\", "\\\\"));
    }

    private static long copy(Connection connection, String rows) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy account_staging from stdin",
                            new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
