package org.omnihall.radius.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Self-signed certificates, made by the JDK's keytool; each is its own authority. */
record Papers(X509Certificate certificate, PrivateKey key) {

    static final Papers HALL = of("hall", true);
    static final Papers PROXY = of("proxy", true);
    static final Papers NEIGHBOUR = of("neighbour", true);
    static final Papers LATE = of("late", false);
    static final Papers STRANGER = of("stranger", true);

    private static final String PASSWORD = "changeit";

    /** One that is valid for two days, or was until yesterday. */
    private static Papers of(String name, boolean valid) {
        try {
            Path file = Files.createTempDirectory("radsec").resolve(name + ".p12");
            List<String> words = Stream.of(
                            "-genkeypair -keyalg EC -groupname secp256r1 -alias one -dname CN=" + name + ",O=Town",
                            "-ext san=dns:" + name + ".town -startdate -3d -validity " + (valid ? 5 : 2),
                            "-storetype PKCS12 -keystore " + file + " -storepass changeit")
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .toList();
            ProcessBuilder keytool = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
            keytool.command().addAll(words);
            Process process = keytool.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
            return read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Papers read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Papers((X509Certificate) store.getCertificate("one"), (PrivateKey)
                store.getKey("one", PASSWORD.toCharArray()));
    }

    /** Shows this one and believes the others. */
    SSLContext believing(Papers... others) {
        try {
            return TlsPapers.context(
                    List.of(certificate),
                    key,
                    Stream.of(others).map(Papers::certificate).toList());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
