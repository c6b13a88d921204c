package org.omnihall.hall.database;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use. A misspelt key stops the start-up.
 *
 * @param url the JDBC address of an external PostgreSQL; without one the embedded server is started
 * @param user of the external server
 * @param password of the external server
 * @param connections kept open at most
 * @param programs the folder that the programs of the embedded server are unpacked under, once for all nodes that name it; without one
 *     each node unpacks its own
 * @param embedded settings of PostgreSQL for the embedded server, such as {@code shared_buffers}
 */
@ConfigurationProperties(prefix = "omnihall.database", ignoreUnknownFields = false)
record DatabaseSettings(
        Optional<String> url,
        @DefaultValue("omnihall") String user,
        @DefaultValue("") String password,
        @DefaultValue("16") int connections,
        Optional<String> programs,
        @DefaultValue Map<String, String> embedded) {

    DatabaseSettings {
        url = url.filter(text -> !text.isBlank());
        programs = programs.filter(text -> !text.isBlank());
        embedded = Map.copyOf(embedded);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", connections=" + connections + "]";
    }
}
