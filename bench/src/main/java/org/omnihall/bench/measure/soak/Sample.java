package org.omnihall.bench.measure.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.omnihall.bench.measure.radius.Memory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One look at what this process, hall and generator, and its database hold.
 *
 * @param resident memory of this process in MB
 * @param threads of the system; virtual ones show in the heap
 * @param handles open ones of this process: files and sockets, the generator's among them
 * @param inbox rows of accounting that is acknowledged and not in the books yet
 */
record Sample(long resident, int threads, long handles, Servers servers, long inbox) {

    private static final Path HANDLES = Path.of("/proc/self/fd");

    static Sample now(JdbcClient db) throws IOException {
        return new Sample(
                Memory.residentNow(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                open(),
                Servers.now(),
                db.sql("select count(*) from access.accounting_inbox")
                        .query(Long.class)
                        .single());
    }

    private static long open() throws IOException {
        try (Stream<Path> handles = Files.list(HANDLES)) {
            return handles.count();
        }
    }
}
