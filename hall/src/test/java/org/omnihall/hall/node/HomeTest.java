package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void belongsToOneProcessUntilItEnds() throws IOException {
        try (Home first = Home.take(folder)) {
            assertThat(first.resolve("vault.keys")).isEqualTo(folder.resolve("vault.keys"));
            assertThatThrownBy(() -> Home.take(folder))
                    .isInstanceOf(HomeTaken.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("OMNIHALL_HOME");
        }
        Home.take(folder).close();
    }

    @Test
    void namesTheTakenPortAndTheWayOut() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket other = new ServerSocket(0, 1, loopback)) {
            assertThatThrownBy(() -> FreePorts.requireTcp("web", loopback, other.getLocalPort()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("TCP port " + other.getLocalPort())
                    .hasMessageContaining("omnihall.node.ports.web")
                    .hasMessageContaining("--port-offset");
        }
        FreePorts.requireTcp("web", loopback, 0);
    }
}
