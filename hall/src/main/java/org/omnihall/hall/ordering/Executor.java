package org.omnihall.hall.ordering;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Places;
import org.omnihall.hall.node.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works at the steps that are due, on this node, some at once; a slow one holds up no other order. */
@Component
class Executor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

    private final Fulfilment fulfilment;
    private final FulfilmentKinds kinds;
    private final OrderingSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Bell bell;
    private final Places places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Rounds> rounds = Optional.empty();

    Executor(
            Fulfilment fulfilment,
            FulfilmentKinds kinds,
            OrderingSettings settings,
            Clock clock,
            MeterRegistry meters,
            Bell fulfilmentBell) {
        this.fulfilment = fulfilment;
        this.kinds = kinds;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.bell = fulfilmentBell;
        this.places = new Places(settings.inFlight(), fulfilmentBell, this::failed);
    }

    @Override
    public synchronized void start() {
        rounds = Optional.of(Rounds.begin(bell, settings.poll(), this::round, this::failed));
    }

    private void round() {
        places.fill(most -> fulfilment.claim(most, clock.instant()), this::work);
    }

    /** Does one step and writes down what came of it. */
    void work(StepTable.Claimed claimed) {
        fulfilment
                .task(claimed, clock.instant())
                .ifPresent(task -> CompletableFuture.supplyAsync(() -> outcome(task), threads)
                        .exceptionally(broken -> broke(task, broken))
                        .thenAccept(outcome -> fulfilment.report(claimed, outcome, clock.instant()))
                        .join());
    }

    private StepOutcome outcome(Fulfilment.Task task) {
        Step step = task.step();
        boolean back = step.state() == Step.State.UNDOING || step.direction() == Step.Direction.TAKE_BACK;
        return kinds.find(step.kind())
                .map(port -> back ? port.undo(task.context()) : port.run(task.context()))
                .orElseGet(() -> new StepOutcome.Failed("nobody executes " + step.kind()));
    }

    private StepOutcome broke(Fulfilment.Task task, Throwable broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        LOG.warn("step {} of kind {} broke", task.step().key(), task.step().kind(), cause);
        meters.counter("omnihall.ordering.steps.broken", "kind", task.step().kind())
                .increment();
        return new StepOutcome.Failed(cause.getClass().getSimpleName());
    }

    private void failed(Throwable cause) {
        LOG.warn("a round of fulfilment failed: {}", cause.getClass().getSimpleName());
        meters.counter("omnihall.ordering.rounds.failed").increment();
    }

    @Override
    public synchronized void stop() {
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
        places.close();
        threads.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds.isPresent();
    }
}
