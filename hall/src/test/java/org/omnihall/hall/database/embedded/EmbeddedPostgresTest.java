package org.omnihall.hall.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.database.Durability;
import org.omnihall.hall.node.PortTaken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedAndStopsWhatAnEarlierRunLeftOver() throws IOException {
        EmbeddedPostgres leftOver = EmbeddedPostgres.start(plan());
        JdbcClient before = client(leftOver);
        assertThat(Durability.of(before)).isEqualTo(new Durability(true, true, true, true));
        assertThat(before.sql("show password_encryption").query(String.class).single())
                .isEqualTo("scram-sha-256");
        before.sql("create table kept (word text)").update();
        before.sql("insert into kept values ('浙江')").update();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");

        try (EmbeddedPostgres next = EmbeddedPostgres.start(plan())) {
            assertThat(ProcessHandle.of(leftOver.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(client(next)
                            .sql("select word from kept")
                            .query(String.class)
                            .list())
                    .containsExactly("浙江");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Plan plan = new Plan(Path.of("target", "postgres"), folder, other.getLocalPort(), Map.of());
            assertThatThrownBy(() -> EmbeddedPostgres.start(plan))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("omnihall.node.ports.database");
        }
    }

    @Test
    void refusesAnArchiveThatLeadsOutOfItsFolder() throws IOException {
        byte[] sideways = archive("../outside", TarConstants.LF_NORMAL, "");
        byte[] link = archive("inside", TarConstants.LF_SYMLINK, "../../outside");
        byte[] device = archive("inside", TarConstants.LF_FIFO, "");
        byte[] good = archive("inside", TarConstants.LF_NORMAL, "");

        assertThatThrownBy(() -> Binaries.unpack(new ByteArrayInputStream(sideways), folder.resolve("a")))
                .hasMessageContaining("leads out");
        assertThatThrownBy(() -> Binaries.unpack(new ByteArrayInputStream(link), folder.resolve("b")))
                .hasMessageContaining("leads out");
        assertThatThrownBy(() -> Binaries.unpack(new ByteArrayInputStream(device), folder.resolve("c")))
                .hasMessageContaining("neither");
        Binaries.unpack(new ByteArrayInputStream(good), folder.resolve("d"));
        assertThat(folder.resolve("d/inside")).isRegularFile();
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private Plan plan() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Plan(Path.of("target", "postgres"), folder, free.getLocalPort(), Map.of());
        }
    }

    private static JdbcClient client(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), EmbeddedPostgres.USER, server.password()));
    }

    private static byte[] archive(String name, byte kind, String target) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(octets))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, kind);
            entry.setLinkName(target);
            byte[] content = kind == TarConstants.LF_NORMAL ? "x".getBytes(StandardCharsets.UTF_8) : new byte[0];
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return octets.toByteArray();
    }
}
