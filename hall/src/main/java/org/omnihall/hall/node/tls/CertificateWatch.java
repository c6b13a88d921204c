package org.omnihall.hall.node.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a renewed certificate into use while the node runs: a second after the last change in the folders of the files, so that both are
 * there. A pair that does not fit leaves the old one in use.
 */
public final class CertificateWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final CertificateFiles files;
    private final Runnable reload;
    private final WatchService watch;

    public CertificateWatch(CertificateFiles files, Runnable reload) {
        this.files = files;
        this.reload = reload;
        try {
            this.watch = FileSystems.getDefault().newWatchService();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void start() throws IOException {
        for (Path folder : Set.copyOf(
                List.of(files.certificate().resolveSibling(""), files.key().resolveSibling("")))) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        }
        Thread.ofVirtual().name("certificate-watch").start(this::watch);
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    private void watch() {
        try {
            while (true) {
                if (concerns(watch.take())) {
                    awaitQuiet();
                    take();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            LOG.debug("The certificate is no longer watched");
        }
    }

    private boolean concerns(WatchKey key) {
        Set<String> names = Set.of(
                files.certificate().getFileName().toString(),
                files.key().getFileName().toString());
        boolean ours = key.pollEvents().stream()
                .anyMatch(event -> names.contains(String.valueOf(event.context()))
                        || event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                        || String.valueOf(event.context()).startsWith(".."));
        key.reset();
        return ours;
    }

    private void awaitQuiet() throws InterruptedException {
        for (WatchKey key = watch.poll(1, TimeUnit.SECONDS); key != null; key = watch.poll(1, TimeUnit.SECONDS)) {
            key.pollEvents();
            key.reset();
        }
    }

    private void take() {
        try {
            String subject = files.read().getSubjectX500Principal().getName();
            reload.run();
            LOG.info("The certificate of {} is in use from now on", subject);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unfit) {
            LOG.error("The new certificate cannot be used, the old one stays: {}", unfit.toString());
        }
    }
}
