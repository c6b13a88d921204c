package org.omnihall.hall.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.omnihall.octets.Octets;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that the database holds, as of one moment, into a file. */
@Component
class Backup {

    static final String MANIFEST = "manifest.json";

    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final DataSource database;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    Backup(DataSource database, Seal seal, JsonMapper json, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes the file, readable by its owner alone; it has its name only once it is whole and on the disk.
     *
     * @param told the tables that are written
     * @throws FileAlreadyExistsException where there is a file of this name: none is written over
     */
    Manifest write(Path file, Consumer<Manifest.Table> told) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path part = Files.createTempFile(folder, ".backup", ".part", OWN);
        try {
            Manifest manifest;
            try (Connection connection = database.getConnection();
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                manifest = asOfOneMoment(connection, zip, told);
            }
            force(part);
            Files.createLink(file, part); // unlike a move it never takes the place of another
            force(folder);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void force(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What the seal is over. */
    static Octets digest(Manifest manifest, JsonMapper json) {
        return Octets.of(json.writeValueAsBytes(manifest.sealed(""))).sha256();
    }

    private Manifest asOfOneMoment(Connection connection, ZipOutputStream zip, Consumer<Manifest.Table> told)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local synchronize_seqscans = off");
            Catalogue catalogue = new Catalogue(connection);
            List<Manifest.Table> tables = new ArrayList<>();
            List<Manifest.Sequence> sequences = catalogue.sequences();
            for (Catalogue.Shape shape : catalogue.tables()) {
                Manifest.Table table = rows(connection, shape, zip);
                tables.add(table);
                told.accept(table);
            }
            Manifest open = new Manifest(
                    Manifest.FORMAT,
                    clock.instant(),
                    catalogue.schema(),
                    "",
                    catalogue.partitions(),
                    tables,
                    sequences);
            Manifest manifest = open.sealed(seal.make(digest(open, json)));
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(json.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Manifest.Table rows(Connection connection, Catalogue.Shape shape, ZipOutputStream zip)
            throws IOException, SQLException {
        MessageDigest digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry(new Manifest.Table(shape.name(), List.of(), 0, "").entry()));
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s) to stdout".formatted(shape.list(), shape.name()), (OutputStream)
                        new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Manifest.Table(
                shape.name(), shape.columns(), rows, Octets.of(digest.digest()).toHex());
    }
}
