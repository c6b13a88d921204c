package org.omnihall.hall.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry of channels. */
@Component
public class Channels {

    private static final String COLUMNS = "select id, code, name, kind, area_path from channel.channel ";

    private final JdbcClient db;

    Channels(JdbcClient db) {
        this.db = db;
    }

    public Optional<Channel> find(ChannelId id) {
        return db.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(Channels::read)
                .optional();
    }

    public Optional<Channel> byCode(String code) {
        return db.sql(COLUMNS + "where code = ?")
                .param(code)
                .query(Channels::read)
                .optional();
    }

    private static Channel read(ResultSet row, int number) throws SQLException {
        return new Channel(
                new ChannelId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                ChannelKind.valueOf(row.getString("kind")),
                row.getString("area_path"));
    }
}
