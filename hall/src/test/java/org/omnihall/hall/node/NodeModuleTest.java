package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.TrustingClient;
import org.springframework.beans.factory.annotation.Autowired;

@HallTest
class NodeModuleTest {

    private final WebOrigins origins;
    private final Home home;
    private final HttpClient client;

    @Autowired
    NodeModuleTest(WebOrigins origins, Home home) {
        this.origins = origins;
        this.home = home;
        this.client = TrustingClient.of(home);
    }

    @Test
    void tellsItsHealthOnTheConsolesPortsAlone() throws IOException, InterruptedException {
        assertThat(status(origins.console(), "/actuator/health")).isEqualTo(200);
        assertThat(status(origins.consoleTls(), "/actuator/health")).isEqualTo(200);
        assertThat(status(origins.landing(), "/actuator/health")).isEqualTo(404);
        assertThat(status(origins.pages(), "/actuator/health")).isEqualTo(404);
    }

    @Test
    void showsNoLoginPageOnTheConsolesPorts() throws IOException, InterruptedException {
        assertThat(status(origins.console(), "/landing")).isEqualTo(404);
        assertThat(status(origins.console(), "/l/handle")).isEqualTo(404);
        assertThat(status(origins.consoleTls(), "/pages/x.css")).isEqualTo(404);
    }

    @Test
    void keepsItsSecretsToItself() throws IOException {
        for (String secret : new String[] {"tls/ca.key", "tls/server.key", "vault.keys"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
    }

    private int status(URI origin, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
