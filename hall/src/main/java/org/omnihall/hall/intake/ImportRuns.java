package org.omnihall.hall.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.omnihall.hall.intake.ImportRun.Step;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Uploaded files that are checked, looked at and then imported, one at a time and apart from the request, so that people see how far it is.
 * A file rests in the node's directory; the newest twenty are kept, none beyond the process.
 */
@Component
class ImportRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private static final int KEPT = 20;

    private final Imports imports;
    private final Path directory;
    private final Clock clock;
    private final Map<UUID, ImportRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("imports").factory());

    ImportRuns(Imports imports, Home home, Clock clock) {
        this.imports = imports;
        this.directory = home.resolve("imports");
        this.clock = clock;
        empty();
    }

    /** Keeps the file and begins to check it. */
    ImportRun begin(ImportKind kind, String fileName, InputStream in, String owner, Words words) throws IOException {
        forgetOld();
        UUID id = UUID.randomUUID();
        Files.createDirectories(directory);
        Files.copy(in, file(id));
        ImportRun run = new ImportRun(
                id, kind, fileName, owner, clock.instant(), lines(file(id)), 0, Step.CHECKING, Optional.empty());
        runs.put(id, run);
        start(run, true, words);
        return run;
    }

    Optional<ImportRun> find(UUID id, String owner) {
        return Optional.ofNullable(runs.get(id)).filter(run -> run.owner().equals(owner));
    }

    /** The owner's, the newest first. */
    List<ImportRun> of(String owner) {
        return runs.values().stream()
                .filter(run -> run.owner().equals(owner))
                .sorted(Comparator.comparing(ImportRun::at).reversed())
                .toList();
    }

    /** Begins to import a file that was found good; a second press of the button does nothing. */
    void apply(UUID id, String owner, Words words) {
        ImportRun now = runs.computeIfPresent(
                id, (key, run) -> run.isReady() && run.owner().equals(owner) ? run.to(Step.APPLYING) : run);
        if (now != null && now.step() == Step.APPLYING && now.read() == 0) {
            start(now, false, words);
        }
    }

    /** Forgets a file that is at rest. */
    void discard(UUID id, String owner) {
        find(id, owner).filter(run -> !run.isRunning()).ifPresent(this::forget);
    }

    /** What was wrong, as CSV. */
    Path errors(UUID id) {
        return directory.resolve(id + "-errors.csv");
    }

    private void start(ImportRun run, boolean dryRun, Words words) {
        var _ = CompletableFuture.supplyAsync(() -> run(run, dryRun, words), thread)
                .whenComplete((report, failed) -> {
                    if (failed != null) {
                        LOG.warn("the import of {} broke", run.kind().name(), failed);
                    }
                    change(run.id(), now -> failed == null ? now.ended(report) : now.to(brokenBy(failed)));
                });
    }

    private static Step brokenBy(Throwable failed) {
        boolean unreadable = Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(CharacterCodingException.class::isInstance);
        return unreadable ? Step.UNREADABLE : Step.BROKEN;
    }

    private ImportReport run(ImportRun run, boolean dryRun, Words words) {
        Imports.Order order = new Imports.Order(run.kind(), dryRun, run.owner(), words);
        try (BufferedReader in = Files.newBufferedReader(file(run.id()));
                Writer errors = Files.newBufferedWriter(errors(run.id()))) {
            return imports.run(order, in, errors, read -> change(run.id(), now -> now.read(read)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void change(UUID id, UnaryOperator<ImportRun> by) {
        runs.computeIfPresent(id, (key, now) -> by.apply(now));
    }

    private void forgetOld() {
        runs.values().stream()
                .filter(run -> !run.isRunning())
                .sorted(Comparator.comparing(ImportRun::at).reversed())
                .skip(KEPT - 1L)
                .forEach(this::forget);
    }

    private void forget(ImportRun run) {
        runs.remove(run.id());
        delete(file(run.id()));
        delete(errors(run.id()));
    }

    private void empty() {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> left = Files.list(directory)) {
                left.forEach(ImportRuns::delete);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            LOG.warn("{} cannot be deleted", file, broken);
        }
    }

    private Path file(UUID id) {
        return directory.resolve(id + ".csv");
    }

    private static long lines(Path file) throws IOException {
        long breaks = 0;
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                for (int i = 0; i < read; i++) {
                    breaks += part[i] == '\n' ? 1 : 0;
                }
            }
        }
        return Math.max(breaks - 1, 1);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
