package org.omnihall.hall.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Furniture;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A hall with something of everything, in a file and back in another database. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"omnihall.ordering.in-flight=0", "omnihall.ordering.poll=11s"})
@DirtiesContext
class BackupTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationContext hall;
    private final Backup backup;
    private final Seal seal;

    @TempDir
    Path folder;

    @Autowired
    BackupTest(ApplicationContext hall, Backup backup, Seal seal) {
        this.hall = hall;
        this.backup = backup;
        this.seal = seal;
    }

    @BeforeAll
    void furnish() {
        new Furniture(hall).put(hall.getBean(JdbcClient.class));
    }

    private Path written(String name) throws IOException, SQLException {
        Path file = folder.resolve(name);
        backup.write(file, table -> {});
        return file;
    }

    private Manifest again(DataSource database, String name) throws IOException, SQLException {
        return new Backup(database, seal, JSON, Clock.systemUTC()).write(folder.resolve(name), table -> {});
    }

    private Restore restore(DataSource database) {
        return new Restore(database, seal, JSON);
    }

    @Test
    void comesBackAsItWasRowByRow() throws IOException, SQLException, Restore.Unfit, Restore.Unknown {
        hall.getBean(JdbcClient.class)
                .sql("create table insight.value_77 (unpublished text)")
                .update();
        Manifest first = backup.write(folder.resolve("whole.zip"), table -> {});
        assertThat(first.tables())
                .hasSizeGreaterThan(100)
                .noneMatch(table -> table.name().equals("insight.value_77"));
        assertThat(first.tables().stream().filter(table -> table.rows() > 0)).hasSizeGreaterThan(60);
        DataSource empty = HallDatabase.open();
        restore(empty).read(folder.resolve("whole.zip"), table -> {});
        Manifest second = again(empty, "second.zip");
        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.sequences()).isEqualTo(first.sequences());
        assertThat(second.partitions()).isEqualTo(first.partitions());
    }

    @Test
    void whatWasThereBeforeIsGoneAndWhatComesAfterwardsGoesOn()
            throws IOException, SQLException, Restore.Unfit, Restore.Unknown {
        DataSource other = HallDatabase.open();
        JdbcClient db = JdbcClient.create(other);
        db.sql("insert into party.area (path, name) values ('/only-there/', 'Only there') on conflict do nothing")
                .update();
        restore(other).read(written("over.zip"), table -> {});
        assertThat(count(db, "select count(*) from access.place_news where tx > pg_current_xact_id()"))
                .isZero();
        assertThat(count(db, "select count(*) from party.area where path = '/only-there/'"))
                .isZero();
        db.sql(
                        "insert into access.access_profile (area_path, name, up_bits_per_second, down_bits_per_second,"
                                + " session_seconds, idle_seconds, devices, policy) values ('/', 'after', 0, 0, 0, 0, 1, 'REJECT')")
                .update();
        assertThatThrownBy(() -> db.sql("insert into access.ssid (area_path, name, ssid_group, profile_id)"
                                + " values ('/', 'nowhere', 'nowhere', 999999)")
                        .update())
                .hasMessageContaining("foreign key");
    }

    private static long count(JdbcClient db, String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void isForItsOwnersEyesAndWrittenOverNothing() throws IOException, SQLException {
        Path file = written("once.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> written("once.zip")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("once.zip.part")).doesNotExist();
    }

    @Test
    void holdsNoKeyOfTheVault() throws IOException, SQLException {
        Path file = written("no-key.zip");
        List<String> keys = Files.readAllLines(hall.getBean(Home.class).resolve("vault.keys")).stream()
                .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                .filter(word -> word.length() > 20)
                .toList();
        assertThat(keys).isNotEmpty();
        for (byte[] entry : entries(file).values()) {
            assertThat(new String(entry, StandardCharsets.ISO_8859_1)).doesNotContain(keys);
        }
        Vault foreign = new Vault(MasterKeys.openOrCreate(folder.resolve("foreign.keys")));
        DataSource empty = HallDatabase.open();
        assertThatThrownBy(() -> new Restore(empty, new Seal(foreign), JSON).read(file, table -> {}))
                .isInstanceOf(Restore.Unfit.class)
                .hasMessageContaining("vault.keys");
    }

    @Test
    void refusesWhatIsNotWholeAndTouchesNothing() throws IOException, SQLException {
        Path file = written("sound.zip");
        DataSource there = HallDatabase.open();
        Map<String, String> before = again(there, "before.zip").content();
        String table = "tables/access.access_profile";
        refused(
                there,
                altered(file, table, rows -> rows.replaceFirst("standard", "stolen")),
                "not those that were written");
        refused(there, altered(file, table, rows -> rows + rows), "not those that were written");
        refused(
                there,
                altered(file, "manifest.json", text -> text.replace("\"format\":1", "\"format\":9")),
                "format 9");
        refused(there, altered(file, "manifest.json", text -> text.replaceFirst("1\\.10", "9.99")), "another release");
        refused(there, altered(file, "manifest.json", text -> "{"), "cannot be read");
        refused(
                there,
                altered(file, "manifest.json", text -> text.replaceFirst("\"sha256\":\"..", "\"sha256\":\"zz")),
                "altered since");
        refused(
                there,
                altered(file, "manifest.json", text -> text.replaceFirst("FOR VALUES", "for values")),
                "altered since");
        refused(
                there,
                altered(file, "manifest.json", text -> text.replaceFirst("\"columns\":\\[", "\"columns\":[\"x\",")),
                "other tables");
        refused(there, without(file, table), "are missing");
        refused(there, without(file, "manifest.json"), "no manifest");
        assertThat(again(there, "after.zip").content()).isEqualTo(before);
    }

    private void refused(DataSource database, Path file, String why) {
        assertThatThrownBy(() -> restore(database).read(file, table -> {}))
                .isInstanceOf(Restore.Unfit.class)
                .hasMessageContaining(why);
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path altered(Path file, String entry, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = entries(file);
        String text = new String(entries.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
        assertThat(change.apply(text)).isNotEqualTo(text);
        entries.put(entry, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return packed(entries);
    }

    private Path without(Path file, String entry) throws IOException {
        Map<String, byte[]> entries = entries(file);
        assertThat(entries.remove(entry)).isNotNull();
        return packed(entries);
    }

    private Path packed(Map<String, byte[]> entries) throws IOException {
        Path file = Files.createTempFile(folder, "altered", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
