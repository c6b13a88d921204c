package org.omnihall.hall.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.omnihall.octets.Octets;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup in the place of all that the database holds, in one transaction: all of it, or nothing. */
@Component
class Restore {

    /** A manifest names every table and migration; more is none. */
    private static final int LONGEST_MANIFEST = 16 << 20;

    private final DataSource database;
    private final Seal seal;
    private final JsonMapper json;

    Restore(DataSource database, Seal seal, JsonMapper json) {
        this.database = database;
        this.seal = seal;
        this.json = json;
    }

    /** Why a file cannot be put back; the message says what to do. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** The database did not say whether all of it is there now, or nothing. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(SQLException cause) {
            super(cause);
        }
    }

    /** @param told the tables that are back, before it is sure that all will be */
    Manifest read(Path file, Consumer<Manifest.Table> told) throws IOException, SQLException, Unfit, Unknown {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            Connection connection = database.getConnection();
            try (connection) {
                connection.setAutoCommit(false);
                inOne(connection, zip, manifest, told);
            }
            return manifest;
        }
    }

    private void inOne(Connection connection, ZipFile zip, Manifest manifest, Consumer<Manifest.Table> told)
            throws IOException, SQLException, Unfit, Unknown {
        boolean whole = false;
        try {
            Catalogue catalogue = new Catalogue(connection);
            demandFit(manifest, catalogue);
            demandWhole(zip, manifest);
            replace(connection, zip, manifest, catalogue, told);
            whole = true;
        } finally {
            if (!whole) {
                connection.rollback();
            }
        }
        try {
            connection.commit();
        } catch (SQLException unanswered) {
            throw new Unknown(unanswered);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException, Unfit {
        ZipEntry entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
            throw new Unfit(
                    "This is no backup of a hall: it has no manifest. Name a file that ./omnihall backup wrote.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return json.readValue(in.readNBytes(LONGEST_MANIFEST), Manifest.class);
        } catch (JacksonException unreadable) {
            throw new Unfit("The backup's manifest cannot be read: take another file.");
        }
    }

    private void demandFit(Manifest manifest, Catalogue catalogue) throws SQLException, Unfit {
        if (manifest.format() != Manifest.FORMAT) {
            throw new Unfit("The backup is of format " + manifest.format() + ", this release reads " + Manifest.FORMAT
                    + ": restore it by the release that made it, and upgrade then.");
        }
        if (!manifest.schema().equals(catalogue.schema())) {
            throw new Unfit("The backup is of another release of the schema ("
                    + manifest.schema().size()
                    + " migrations, here " + catalogue.schema().size()
                    + "): restore it by the release that made it, and upgrade then.");
        }
        List<Catalogue.Shape> held = manifest.tables().stream()
                .map(table -> new Catalogue.Shape(table.name(), table.columns()))
                .toList();
        if (!held.equals(catalogue.tables())) {
            throw new Unfit("The backup holds other tables than this hall: restore it by the release that made it.");
        }
        if (!seal.opens(manifest.seal(), Backup.digest(manifest, json))) {
            throw new Unfit(
                    "The keys of this hall did not seal this backup, or it was altered since: put vault.keys of the"
                            + " hall that was backed up into the data directory before the first start.");
        }
    }

    /** Before anything is touched. */
    private static void demandWhole(ZipFile zip, Manifest manifest) throws IOException, Unfit {
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = Digests.sha256();
            try (InputStream rows = rows(zip, table)) {
                new DigestInputStream(rows, digest).transferTo(OutputStream.nullOutputStream());
            }
            if (!Octets.of(digest.digest()).toHex().equals(table.sha256())) {
                throw new Unfit("The rows of " + table.name() + " are not those that were written: take another file.");
            }
        }
    }

    private static InputStream rows(ZipFile zip, Manifest.Table table) throws IOException, Unfit {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new Unfit("The rows of " + table.name() + " are missing: take another file.");
        }
        return zip.getInputStream(entry);
    }

    private static void replace(
            Connection connection, ZipFile zip, Manifest manifest, Catalogue catalogue, Consumer<Manifest.Table> told)
            throws IOException, SQLException, Unfit {
        try (Statement statement = connection.createStatement()) {
            // neither triggers nor foreign keys: the rows fit each other already
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local lock_timeout = '60s'");
            statement.execute(manifest.tables().stream()
                    .map(Manifest.Table::name)
                    .collect(Collectors.joining(", ", "truncate ", " restart identity")));
            partitions(statement, manifest, catalogue);
            for (Manifest.Table table : manifest.tables()) {
                copy(connection, zip, table);
                told.accept(table);
            }
        }
        sequences(connection, manifest, catalogue);
    }

    private static void partitions(Statement statement, Manifest manifest, Catalogue catalogue) throws SQLException {
        List<String> here =
                catalogue.partitions().stream().map(Manifest.Partition::name).toList();
        for (Manifest.Partition partition : manifest.partitions()) {
            if (!here.contains(partition.name())) {
                statement.execute("create table %s partition of %s %s%s"
                        .formatted(
                                partition.name(),
                                partition.parent(),
                                partition.bound(),
                                partition.options().isEmpty() ? "" : " with (" + partition.options() + ")"));
            }
        }
    }

    private static void copy(Connection connection, ZipFile zip, Manifest.Table table)
            throws IOException, SQLException, Unfit {
        MessageDigest digest = Digests.sha256();
        long written;
        try (InputStream rows = rows(zip, table)) {
            written = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())),
                            new DigestInputStream(rows, digest));
        }
        if (written != table.rows() || !Octets.of(digest.digest()).toHex().equals(table.sha256())) {
            throw new Unfit("The rows of " + table.name() + " changed while they were read: nothing was changed here.");
        }
    }

    /** Each begins anew in this transaction before it is moved, for a move alone would outlive it. */
    private static void sequences(Connection connection, Manifest manifest, Catalogue catalogue) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement last = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (String name : catalogue.sequenceNames()) {
                statement.execute("alter sequence " + name + " restart");
            }
            for (Manifest.Sequence sequence : manifest.sequences()) {
                last.setString(1, sequence.name());
                last.setLong(2, sequence.last());
                last.executeQuery().close();
            }
        }
    }
}
