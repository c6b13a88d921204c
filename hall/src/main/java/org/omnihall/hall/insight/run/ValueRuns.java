package org.omnihall.hall.insight.run;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.pyramid.Pyramids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Begins computations and hears how they end. Those that this node began end with it; the figures in force stay. */
@Component
class ValueRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ValueRuns.class);

    private final Runs runs;
    private final Program program;
    private final CustomerValues values;
    private final Pyramids pyramids;
    private final CardTelling telling;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Long, Process> processes = new ConcurrentHashMap<>();

    ValueRuns(
            Runs runs,
            Program program,
            CustomerValues values,
            Pyramids pyramids,
            CardTelling telling,
            AuditTrail audit,
            Clock clock) {
        this.runs = runs;
        this.program = program;
        this.values = values;
        this.pyramids = pyramids;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins to compute everybody's value.
     *
     * @param master the cluster, empty for this machine
     */
    RunStart begin(String master, String actor) {
        Optional<RunStart.Reason> missing = program.missing(master);
        if (missing.isPresent()) {
            return new RunStart.Refused(missing.get());
        }
        giveUp();
        Runs.Wish wish =
                new Runs.Wish(master, actor, values.window(), pyramids.newest().version());
        Optional<Long> run = runs.begin(wish, clock.instant());
        if (run.isEmpty()) {
            return new RunStart.Refused(RunStart.Reason.RUNS_ALREADY);
        }
        audit.record(actor, "value.compute", "run:" + run.get(), master);
        start(run.get(), master);
        return new RunStart.Begun(run.get());
    }

    /** Gives up a run whose program is silent, whatever node began it. */
    void giveUp() {
        if (runs.giveUp(clock.instant()) > 0) {
            LOG.error("A computation of values was not heard of for {} and is given up", Runs.SILENCE);
        }
    }

    private void start(long run, String master) {
        try {
            Process process = program.start(run, master);
            processes.put(run, process);
            var _ = process.onExit().thenAccept(ended -> ended(run, ended.exitValue()));
        } catch (IOException broken) {
            LOG.error("The analytics program does not start", broken);
            runs.fail(run, RunFault.NOT_STARTED, clock.instant());
        }
    }

    private void ended(long run, int status) {
        processes.remove(run);
        if (status == 0) {
            telling.ring();
        } else {
            LOG.error("Computing values failed in run {} with status {}: {}", run, status, program.lastWords(run));
            runs.fail(run, RunFault.BROKEN, clock.instant());
        }
    }

    @Override
    public void destroy() {
        processes.values().forEach(Process::destroy);
    }
}
