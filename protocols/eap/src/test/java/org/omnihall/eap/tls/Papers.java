package org.omnihall.eap.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Self-signed certificates, made by the JDK's keytool. */
record Papers(X509Certificate certificate, PrivateKey key, KeyStore store) {

    static final String PASSWORD = "changeit";

    /** One that is valid for two days, or was until yesterday. */
    static Papers of(Path folder, String name, boolean valid) throws Exception {
        Path file = folder.resolve(name + "-" + valid + ".p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "one",
                        "-dname",
                        "CN=" + name + ", O=Town",
                        "-ext",
                        "san=email:" + name + "@town,dns:" + name + ".town",
                        "-startdate",
                        "-3d",
                        "-validity",
                        valid ? "5" : "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        return read(file);
    }

    private static Papers read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Papers(
                (X509Certificate) store.getCertificate("one"),
                (PrivateKey) store.getKey("one", PASSWORD.toCharArray()),
                store);
    }
}
